using System.Diagnostics.Metrics;
using Nearcall.Server.Tls;

namespace Nearcall.Server.Telemetry;

/// <summary>What the libraries cannot know about this server.</summary>
internal static class ServerMetrics
{
    public const string MeterName = "Nearcall.Server";

    /// <summary>When the certificate in use ends, in seconds since 1970.</summary>
    public const string CertificateEnd = "nearcall.server.certificate.not_after";

    public static void Watch(IMeterFactory meters, ServerCertificate certificate) => meters.Create(MeterName).CreateObservableGauge(
        CertificateEnd,
        () => new DateTimeOffset(certificate.Current.Certificate.NotAfter).ToUnixTimeSeconds(),
        "s",
        "When the certificate in use ends, in seconds since 1970.");
}
