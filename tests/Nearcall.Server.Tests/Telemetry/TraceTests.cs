using System.Globalization;
using System.Text.RegularExpressions;
using Nearcall.Interop.Tests.Peers;
using Nearcall.Server.Tests.Processes;

namespace Nearcall.Server.Tests.Telemetry;

/// <summary>One trace over several programs, as a collector receives it.</summary>
public sealed partial class TraceTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Caller = "b7ad6b7169203331";

    private static readonly Sample Gateway = new("samples/gateway.cs");

    [Fact]
    public async Task Trace_FromPythonThroughAServerToAnother_IsOne()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var collector = await Collector.StartAsync();
        await using var second = await PackagedServer.StartAsync(("OTLP__ENDPOINT", collector.Address), ("STOP__NOTREADY", "0"));
        await using var first = await StartGatewayAsync(collector, second.Rpc);

        var run = await PythonPeer.RunAsync("traced_client.py", cancellationToken, await UrlAsync(first), $"00-{Trace}-{Caller}-01");
        Assert.Equal("15", run.ThrowIfFailed().Trim());

        // What is left is sent at the end.
        await first.InterruptAsync(PackagedServer.Interrupt, cancellationToken);
        await second.EndAsync();
        Assert.All(collector.Spans, span => Assert.Equal(Trace, span.Trace));
        var served = Find(Caller);
        var called = Find(served.Id);
        var sent = Find(called.Id);
        var calculated = Find(sent.Id);
        Assert.Equal(("gateway", "add", SpanKind.Server), (served.Service, served.Name, served.Kind));
        Assert.Equal(("gateway", "add", SpanKind.Client), (called.Service, called.Name, called.Kind));
        Assert.Equal(("gateway", "POST", SpanKind.Client), (sent.Service, sent.Name, sent.Kind));
        Assert.Equal(("nearcall-server", "add", SpanKind.Server), (calculated.Service, calculated.Name, calculated.Kind));
        Assert.Equal(4, collector.Spans.Count);

        ReceivedSpan Find(string parent) => Assert.Single(collector.Spans, span => span.Parent == parent);
    }

    [Fact]
    public async Task Trace_OfAMulticall_HasASpanForEachEntry()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var collector = await Collector.StartAsync();
        await using var server = await PackagedServer.StartAsync(("OTLP__ENDPOINT", collector.Address), ("STOP__NOTREADY", "0"));
        using (var client = new XmlRpcClient(server.Rpc))
        {
            var calls = client.Multicall();
            calls.Add<int>("add", 10, 5);
            calls.Add<double>("divide", 10, 0);
            await calls.SendAsync(cancellationToken);
        }

        await server.EndAsync();

        var outer = Assert.Single(collector.Spans, span => span.Name == "system.multicall");
        Assert.Equal(
            [("add", outer.Id, SpanKind.Internal), ("divide", outer.Id, SpanKind.Internal)],
            collector.Spans.Where(span => span != outer).Select(span => (span.Name, span.Parent, span.Kind)));
    }

    // The gateway's calculator is not there: what went wrong is for its keeper alone, who finds it by the id.
    [Fact]
    public async Task Failure_ThatCallersMustNotSee_HasOneIdInExceptionLogAndTrace()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var collector = await Collector.StartAsync();
        await using var gateway = await StartGatewayAsync(collector, new Uri("http://127.0.0.1:1/RPC2"));
        using var client = new XmlRpcClient(await UrlAsync(gateway));

        var fault = await Assert.ThrowsAsync<XmlRpcFaultException>(() => client.CallAsync<int>("add", cancellationToken, 10, 5));

        var id = CorrelationId().Match(fault.Message).Groups["id"].Value;
        await gateway.InterruptAsync(PackagedServer.Interrupt, cancellationToken);
        Assert.Contains(id, gateway.Errors, StringComparison.Ordinal);
        Assert.Contains(collector.Spans, span => span.Trace == id && span.Kind == SpanKind.Server);
    }

    [Fact]
    public async Task Log_OfACall_IsExportedInItsTrace()
    {
        await using var collector = await Collector.StartAsync();
        await using var server = await PackagedServer.StartAsync(
            ("OTLP__ENDPOINT", collector.Address), ("STOP__NOTREADY", "0"), ("LOG__LEVEL", "Debug"));
        using (var client = new XmlRpcClient(server.Rpc))
        {
            await client.TryCallAsync<double>("divide", TestContext.Current.CancellationToken, 10, 0);
        }

        await server.EndAsync();

        var span = Assert.Single(collector.Spans);
        Assert.Contains(collector.Logs, entry => entry.Trace == span.Trace);
        Assert.Contains($"\"traceId\":\"{span.Trace}\"", server.Program.Errors, StringComparison.Ordinal);
    }

    private static async Task<RunningProgram> StartGatewayAsync(Collector collector, Uri calculator)
    {
        var start = await Gateway.CommandAsync("--port", "0", calculator.ToString());
        start.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        start.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        start.Environment["OTEL_SERVICE_NAME"] = "gateway";
        return RunningProgram.Start(start);
    }

    private static async Task<string> UrlAsync(RunningProgram gateway)
    {
        var banner = await gateway.ReadLineAsync(TestContext.Current.CancellationToken);
        return $"http://127.0.0.1:{int.Parse(Port().Match(banner).Value, CultureInfo.InvariantCulture)}/RPC2";
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Port();

    [GeneratedRegex(@"\(correlation id (?<id>[0-9a-f]{32})\)")]
    private static partial Regex CorrelationId();
}
