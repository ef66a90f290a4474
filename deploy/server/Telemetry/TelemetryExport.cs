using Nearcall.Server.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Nearcall.Server.Telemetry;

/// <summary>Sends spans, metrics and logs to a collector (OTLP over HTTP). The variables OTEL_* of OpenTelemetry hold as everywhere.</summary>
internal sealed class TelemetryExport(Uri endpoint) : IDisposable
{
    // The runtime's meter has processor, memory and thread pool; the framework's have connections and HTTP.
    private static readonly string[] Meters =
    [
        XmlRpcServerDiagnostics.MeterName, ServerMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime",
    ];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <summary>Adds the logs, which belong to the application.</summary>
    public void AddLogs(ILoggingBuilder logging) => logging.AddOpenTelemetry(options =>
    {
        options.SetResourceBuilder(Resource());
        options.AddOtlpExporter(exporter => Direct(exporter, "v1/logs"));
    });

    public void Start()
    {
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(Resource())
            .AddSource(XmlRpcServerDiagnostics.ActivitySourceName)
            .AddOtlpExporter(exporter => Direct(exporter, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(Resource())
            .AddMeter(Meters)
            .AddOtlpExporter(exporter => Direct(exporter, "v1/metrics"))
            .Build();
    }

    /// <summary>Sends what is left, for so long and no longer.</summary>
    public void Stop(TimeSpan within)
    {
        var each = (int)Math.Max(1, within.TotalMilliseconds / 2);
        _traces?.Shutdown(each);
        _metrics?.Shutdown(each);
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    // What OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say comes last and wins.
    private static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty()
        .AddTelemetrySdk()
        .AddService("nearcall-server", serviceVersion: ServerProgram.Version)
        .AddEnvironmentVariableDetector();

    private void Direct(OtlpExporterOptions exporter, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(endpoint, path);
    }
}
