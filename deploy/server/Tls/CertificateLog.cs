namespace Nearcall.Server.Tls;

internal static partial class CertificateLog
{
    [LoggerMessage(101, LogLevel.Information, "Connections from now on get the certificate of {Subject}, valid until {NotAfter:u}.", EventName = "CertificateRenewed")]
    public static partial void Renewed(ILogger logger, string subject, DateTime notAfter);

    [LoggerMessage(102, LogLevel.Error, "The files of the certificate changed, but {Reason}. The certificate before it stays in use.", EventName = "CertificateNotRenewed")]
    public static partial void NotRenewed(ILogger logger, string reason);

    [LoggerMessage(103, LogLevel.Warning, "The folder {Folder} cannot be watched ({Reason}). A new certificate is found within a minute.", EventName = "CertificateNotWatched")]
    public static partial void NotWatched(ILogger logger, string folder, string reason);

    [LoggerMessage(104, LogLevel.Warning, "The certificate of {Subject} is valid from {NotBefore:u} to {NotAfter:u}, which is not now. Callers will refuse it.", EventName = "CertificateNotValid")]
    public static partial void NotValid(ILogger logger, string subject, DateTime notBefore, DateTime notAfter);
}
