using System.Net;

namespace Nearcall.Server.Credentials;

/// <summary>What is logged of callers: never a name or a secret, as people type one where the other belongs.</summary>
internal static partial class CredentialsLog
{
    [LoggerMessage(111, LogLevel.Information, "Credentials from {Address} were refused.", EventName = "CredentialsRefused")]
    public static partial void Refused(ILogger logger, IPAddress? address);

    [LoggerMessage(
        112, LogLevel.Warning,
        "Credentials travel in clear text: there is neither a certificate (Tls:Certificate) nor a proxy that would have one (KnownProxies).",
        EventName = "CredentialsInClear")]
    public static partial void InClear(ILogger logger);
}
