namespace Nearcall;

/// <summary>
/// The names under which clients report: spans and durations by the OpenTelemetry conventions for RPC. Nothing is built while
/// nobody listens.
/// </summary>
public static class XmlRpcClientTelemetry
{
    /// <summary>The <see cref="System.Diagnostics.ActivitySource"/>: one client span per call, named after the method.</summary>
    public const string ActivitySourceName = "Nearcall.Client";

    /// <summary>The <see cref="System.Diagnostics.Metrics.Meter"/> of <see cref="CallDurationName"/>.</summary>
    public const string MeterName = "Nearcall.Client";

    /// <summary>The histogram of how long calls take, in seconds, fail-over, redirects and further attempts included.</summary>
    public const string CallDurationName = "rpc.client.call.duration";
}
