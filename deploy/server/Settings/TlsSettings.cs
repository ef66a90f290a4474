using Nearcall.Server.Tls;

namespace Nearcall.Server.Settings;

/// <summary>Certificate and key: both or neither, and fitting.</summary>
internal static class TlsSettings
{
    private const string Certificate = "Tls:Certificate";
    private const string Key = "Tls:Key";

    /// <exception cref="SettingsException">One is missing, cannot be read, or does not fit the other.</exception>
    public static ServerCertificate? Parse(SettingsReader reader)
    {
        var (certificate, key) = (reader.Text(Certificate), reader.Text(Key));
        if (certificate is null || key is null)
        {
            return (certificate, key) switch
            {
                (null, null) => null,
                (null, _) => throw reader.Error(Key, $"a key without {Certificate} cannot be used; both or neither are expected"),
                _ => throw reader.Error(Certificate, $"a certificate without {Key} cannot be used; both or neither are expected"),
            };
        }

        try
        {
            return ServerCertificate.Load(new TlsFiles(certificate, key));
        }
        catch (CertificateException e)
        {
            throw new SettingsException($"{reader.Where(e.IsKey ? Key : Certificate)}: {e.Message}.");
        }
    }
}
