using System.Globalization;

namespace Nearcall.Server.Tests.Telemetry;

/// <summary>
/// The names under which Prometheus keeps what came by OTLP: https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/.
/// </summary>
internal static class PrometheusNames
{
    public static IEnumerable<string> Of(ReceivedMetric metric)
    {
        var name = Label(metric.Name) + Unit(metric.Unit);
        return metric.IsHistogram ? [$"{name}_bucket", $"{name}_sum", $"{name}_count"]
            : metric.IsCounter ? [$"{name}_total"]
            : [name];
    }

    public static string Label(string attribute) => attribute.Replace('.', '_');

    // What stands in braces only says what is counted.
    private static string Unit(string unit) => unit switch
    {
        "s" => "_seconds",
        "By" => "_bytes",
        "" => "",
        ['{', .., '}'] => "",
        _ => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"The unit {unit} has no name here yet.")),
    };
}
