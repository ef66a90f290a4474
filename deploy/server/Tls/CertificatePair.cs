using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Nearcall.Server.Tls;

/// <summary>A certificate with its key, and what TLS connections are opened with: both, and the intermediates that callers need.</summary>
internal sealed record CertificatePair(X509Certificate2 Certificate, SslStreamCertificateContext Context)
{
    /// <exception cref="CertificateException">The texts are not what they should be, or do not belong together.</exception>
    public static CertificatePair Create(TlsFiles files, PemTexts texts)
    {
        var chain = ReadChain(files, texts);
        try
        {
            var certificate = X509Certificate2.CreateFromPem(texts.Certificate, texts.Key);
            chain.RemoveAt(0);

            // Offline: what is not in the file is not fetched from elsewhere either.
            return new CertificatePair(certificate, SslStreamCertificateContext.Create(certificate, chain, offline: true));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            var reason = texts.Key.Contains("ENCRYPTED", StringComparison.Ordinal) ? "is encrypted, and must not be, for the certificate" : "does not belong to the certificate";
            throw new CertificateException(isKey: true, $"the key in {files.Key} {reason} in {files.Certificate}", e);
        }
    }

    private static X509Certificate2Collection ReadChain(TlsFiles files, PemTexts texts)
    {
        var chain = new X509Certificate2Collection();
        try
        {
            chain.ImportFromPem(texts.Certificate);
        }
        catch (CryptographicException e)
        {
            throw new CertificateException(isKey: false, $"a certificate in {files.Certificate} cannot be read. {e.Message.TrimEnd('.')}", e);
        }

        return chain is not [] ? chain : throw new CertificateException(isKey: false, $"there is no certificate in PEM form in {files.Certificate}");
    }
}
