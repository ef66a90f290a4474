using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Nearcall.EndToEnd.Subjects.Servers;

/// <summary>
/// A server under OpenTelemetry: the spans and the metrics of ASP.NET Core and of Nearcall are all recorded, batched, and dropped
/// where they would leave the process.
/// </summary>
internal sealed class TelemetrySubject(ServerSubject server) : ServerSubject
{
    public override void Add(WebApplicationBuilder builder)
    {
        server.Add(builder);
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
            .AddSource("Microsoft.AspNetCore", XmlRpcServerDiagnostics.ActivitySourceName)
            .AddProcessor(new BatchActivityExportProcessor(new DroppingExporter<System.Diagnostics.Activity>()))
            .Build());
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .AddMeter("Microsoft.AspNetCore.Hosting", XmlRpcServerDiagnostics.MeterName)
            .AddReader(new PeriodicExportingMetricReader(new DroppingExporter<Metric>()))
            .Build());
    }

    public override void Map(WebApplication app)
    {
        _ = app.Services.GetRequiredService<TracerProvider>();
        _ = app.Services.GetRequiredService<MeterProvider>();
        server.Map(app);
    }
}
