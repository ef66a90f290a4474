namespace Nearcall.Server.Tls;

/// <summary>What the files of a certificate and its key held at one time.</summary>
internal sealed record PemTexts(string Certificate, string Key)
{
    /// <exception cref="CertificateException">A file cannot be read.</exception>
    public static PemTexts Read(TlsFiles files) => new(Read(files.Certificate, isKey: false), Read(files.Key, isKey: true));

    private static string Read(string path, bool isKey)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CertificateException(isKey, $"the file cannot be read. {e.Message.TrimEnd('.')}", e);
        }
    }
}
