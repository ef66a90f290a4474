using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Nearcall.Server.Tests.Processes;

/// <summary>A certificate for localhost that signs itself, as the two PEM texts that a server takes.</summary>
internal sealed record TestCertificate(string Certificate, string Key, string Thumbprint)
{
    public static TestCertificate Create(string subject = "localhost")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={subject}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(90));
        return new TestCertificate(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem(), certificate.Thumbprint);
    }
}
