using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Nearcall;

/// <summary>The instruments of https://opentelemetry.io/docs/specs/semconv/rpc/rpc-metrics/, and three of our own.</summary>
internal sealed class XmlRpcServerMetrics
{
    private static readonly InstrumentAdvice<double> DurationAdvice = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    private readonly Histogram<double> _duration;
    private readonly UpDownCounter<long> _active;
    private readonly Histogram<int> _entries;
    private readonly Counter<long> _rejected;

    public XmlRpcServerMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(XmlRpcServerDiagnostics.MeterName);
        _duration = meter.CreateHistogram(
            XmlRpcServerDiagnostics.CallDuration, "s", "Duration of calls.", tags: null, advice: DurationAdvice);
        _active = meter.CreateUpDownCounter<long>(XmlRpcServerDiagnostics.ActiveCalls, "{call}", "Calls that run now.");
        _entries = meter.CreateHistogram<int>(XmlRpcServerDiagnostics.MulticallEntries, "{entry}", "Entries of multicalls.");
        _rejected = meter.CreateCounter<long>(
            XmlRpcServerDiagnostics.RejectedMessages, "{message}", "Requests that never reached a method.");
    }

    /// <summary>Whether anyone listens to what is measured for each call.</summary>
    public bool IsObserved => _duration.Enabled || _active.Enabled;

    public void CallStarted() => _active.Add(1);

    public void CallEnded(string method, string? statusCode, string? errorType, TimeSpan duration)
    {
        _active.Add(-1);
        var tags = new TagList { { TelemetryTags.System, TelemetryTags.SystemName }, { TelemetryTags.Method, method } };
        if (statusCode is not null)
        {
            tags.Add(TelemetryTags.StatusCode, statusCode);
        }

        if (errorType is not null)
        {
            tags.Add(TelemetryTags.ErrorType, errorType);
        }

        _duration.Record(duration.TotalSeconds, tags);
    }

    public void MulticallStarted(int entries) => _entries.Record(entries);

    public void MessageRejected(string reason) =>
        _rejected.Add(1, new KeyValuePair<string, object?>(TelemetryTags.RejectionReason, reason));
}
