// A server that asks another: its callers need not know where the calculator is. Traces and metrics go to a collector (OTLP).
//
//     dotnet run samples/gateway.cs --port 8001 http://localhost:8000/RPC2

#:sdk Microsoft.NET.Sdk.Web
#:project ../src/Nearcall.AspNetCore
#:project ../src/Nearcall.Client
#:package OpenTelemetry.Exporter.OpenTelemetryProtocol

using System.Globalization;
using Nearcall;
using OpenTelemetry;

if (args is not ["--port", var number, var url] || !ushort.TryParse(number, CultureInfo.InvariantCulture, out var port))
{
    Console.Error.WriteLine("Usage: dotnet run samples/gateway.cs --port 8001 http://localhost:8000/RPC2");
    return 3;
}

// OTEL_EXPORTER_OTLP_ENDPOINT and its like say where to; unset, it is the collector of this machine.
using var telemetry = OpenTelemetrySdk.Create(otel => otel
    .WithTracing(traces => traces.AddSource("Nearcall.*", "System.Net.Http")).WithMetrics(metrics => metrics.AddMeter("Nearcall.*")).UseOtlpExporter());

using var client = new XmlRpcClient(url);
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Warning);
builder.Services.AddXmlRpc();

await using var app = builder.Build();
app.Urls.Add($"http://*:{port}");
app.MapXmlRpc("/RPC2", new Gateway(client.As<ICalculator>()));
await app.StartAsync();
Console.WriteLine($"Gateway running on port {new Uri(app.Urls.First()).Port}...");
await app.WaitForShutdownAsync();
return 0;

[XmlRpcService]
internal partial interface ICalculator
{
    [XmlRpcMethod("add", Idempotent = true)]
    Task<int> AddAsync(int a, int b, CancellationToken cancellationToken = default);
}

/// <summary>Serves the contract by calling it elsewhere. The trace goes along by itself.</summary>
[XmlRpcService]
internal sealed partial class Gateway(ICalculator calculator) : ICalculator
{
    public Task<int> AddAsync(int a, int b, CancellationToken cancellationToken) => calculator.AddAsync(a, b, cancellationToken);
}
