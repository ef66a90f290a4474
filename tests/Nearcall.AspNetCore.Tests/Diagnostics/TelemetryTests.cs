using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Nearcall.AspNetCore.Tests.Diagnostics;

[Collection(Alone.Name)]
public sealed class TelemetryTests
{
    [Fact]
    public async Task Span_OfACall_FollowsTheConventions()
    {
        await using var host = await StartAsync();
        using var spans = new Spans();

        await host.CallAsync("add", 1, 2);

        var span = Assert.Single(spans.Ended);
        Assert.Equal(("add", ActivityKind.Server, ActivityStatusCode.Unset), (span.OperationName, span.Kind, span.Status));
        Assert.Equal("xmlrpc", span.GetTagItem("rpc.system.name"));
        Assert.Equal("add", span.GetTagItem("rpc.method"));
        Assert.Equal("localhost", span.GetTagItem("server.address"));
        Assert.Equal(80, span.GetTagItem("server.port"));
        Assert.Null(span.GetTagItem("rpc.method_original"));
        Assert.Null(span.GetTagItem("rpc.status_code"));
        Assert.Null(span.GetTagItem("error.type"));
    }

    [Fact]
    public async Task Span_OfAFault_SaysItsCode()
    {
        await using var host = await StartAsync();
        using var spans = new Spans();

        await host.CallAsync("fail");

        var span = Assert.Single(spans.Ended);
        Assert.Equal("42", span.GetTagItem("rpc.status_code"));
        Assert.Equal("42", span.GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Error, span.Status);
    }

    [Fact]
    public async Task Span_OfAnUnknownMethod_HasTheCommonNameAndKeepsTheOriginal()
    {
        await using var host = await StartAsync();
        using var spans = new Spans();

        await host.CallAsync("made.up");

        var span = Assert.Single(spans.Ended);
        Assert.Equal("_OTHER", span.OperationName);
        Assert.Equal("_OTHER", span.GetTagItem("rpc.method"));
        Assert.Equal("made.up", span.GetTagItem("rpc.method_original"));
    }

    [Fact]
    [Trait("Rule", "R67")]
    public async Task R67_Span_OfAMulticall_HasOneWithinForEachEntry()
    {
        await using var host = await StartAsync();
        using var spans = new Spans();

        await host.CallAsync("system.multicall", Multi.Call(("add", [1, 2]), ("fail", [])));

        var outer = Assert.Single(spans.Ended, span => span.OperationName == "system.multicall");
        var inner = spans.Ended.Where(span => span != outer).ToList();
        Assert.Equal(["add", "fail"], inner.Select(span => span.OperationName));
        Assert.All(inner, span => Assert.Equal((outer.SpanId, ActivityKind.Internal), (span.ParentSpanId, span.Kind)));
        Assert.Equal(ActivityStatusCode.Unset, outer.Status);
        Assert.Equal("42", inner[1].GetTagItem("rpc.status_code"));
    }

    [Fact]
    public async Task Span_IsCurrentInTheMethodAndGivesTheCorrelationId()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("fail", async Task<int> () =>
        {
            await Task.Yield();
            Assert.Equal("fail", Activity.Current?.OperationName);
            throw new InvalidOperationException();
        }));
        using var spans = new Spans();

        var fault = (await host.CallAsync("fail")).Fault!;

        Assert.Contains(Assert.Single(spans.Ended).TraceId.ToHexString(), fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Span_OverARealConnection_SaysWhoCalls()
    {
        await using var host = await KestrelHost.StartAsync(methods => methods.Add("one", () => 1));
        using var client = new HttpClient { BaseAddress = host.Address };
        using var spans = new Spans();

        using var response = await client.PostAsync(
            new Uri("/RPC2", UriKind.Relative), Message.Of("one"), TestContext.Current.CancellationToken);

        var span = Assert.Single(spans.Ended);
        Assert.Equal("127.0.0.1", span.GetTagItem("network.peer.address"));
        Assert.Equal(host.Address.Port, span.GetTagItem("server.port"));
        Assert.IsType<int>(span.GetTagItem("network.peer.port"));
    }

    [Fact]
    public async Task Metric_CallDuration_HasOnePointForEachCallAndEntry()
    {
        await using var host = await StartAsync();
        using var metrics = new Measurements(host.Services);

        await host.CallAsync("add", 1, 2);
        await host.CallAsync("system.multicall", Multi.Call(("add", [1, 2]), ("fail", []), ("made.up", [])));

        var points = metrics.Of("rpc.server.call.duration");
        Assert.Equal(["add", "add", "fail", "_OTHER", "system.multicall"], points.Select(point => point.Tags["rpc.method"]));
        Assert.All(points, point => Assert.Equal("xmlrpc", point.Tags["rpc.system.name"]));
        Assert.All(points, point => Assert.InRange(point.Value, 0, 60));
        Assert.Equal([null, null, "42", "-32601", null], points.Select(point => point.Tags.GetValueOrDefault("rpc.status_code")));
        Assert.Equal([null, null, "42", "-32601", null], points.Select(point => point.Tags.GetValueOrDefault("error.type")));
        Assert.DoesNotContain(points.SelectMany(point => point.Tags.Keys), key => key.StartsWith("server.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metric_ActiveCalls_GoesUpAndDown()
    {
        await using var host = await StartAsync();
        using var metrics = new Measurements(host.Services);

        await host.CallAsync("add", 1, 2);

        Assert.Equal([1, -1], metrics.Of("xmlrpc.server.active_calls").Select(point => point.Value));
    }

    [Fact]
    public async Task Metric_MulticallEntries_CountsThem()
    {
        await using var host = await StartAsync();
        using var metrics = new Measurements(host.Services);

        await host.CallAsync("system.multicall", Multi.Call(("add", [1, 2]), ("add", [1, 2])));

        Assert.Equal([2], metrics.Of("xmlrpc.server.multicall.entries").Select(point => point.Value));
    }

    [Fact]
    public async Task Metric_RejectedMessages_SaysWhy()
    {
        await using var host = await StartAsync(options => options.Limits = new XmlRpcLimits { MaxBytes = 1000, MaxDepth = 1 });
        using var metrics = new Measurements(host.Services);

        using var get = await host.Client.GetAsync(new Uri("/RPC2", UriKind.Relative), TestContext.Current.CancellationToken);
        using var type = await host.PostAsync(Message.Of([], "text/plain"));
        using var large = await host.PostAsync(Message.Raw(new string(' ', 1001)));
        await host.SendAsync("<methodCall>");
        XmlRpcArray nested = [XmlRpcArray.Empty];
        await host.CallAsync("made.up", nested);

        Assert.Equal(
            ["http_method", "content_type", "too_large", "malformed", "limit"],
            metrics.Of("xmlrpc.server.rejected_messages").Select(point => point.Tags["xmlrpc.rejection.reason"]));
    }

    [Fact]
    public async Task Names_ArePublicConstants()
    {
        await using var host = await StartAsync();
        using var metrics = new Measurements(host.Services);

        Assert.Equal(
            [
                XmlRpcServerDiagnostics.CallDuration, XmlRpcServerDiagnostics.ActiveCalls,
                XmlRpcServerDiagnostics.MulticallEntries, XmlRpcServerDiagnostics.RejectedMessages,
            ],
            metrics.Instruments.Select(instrument => instrument.Name));
        Assert.All(metrics.Instruments, instrument => Assert.Equal(XmlRpcServerDiagnostics.MeterName, instrument.Meter.Name));
        var duration = Assert.IsType<Histogram<double>>(metrics.Instruments[0]);
        Assert.Equal("s", duration.Unit);
        Assert.Equal(
            [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
            duration.Advice?.HistogramBucketBoundaries);
    }

    private static Task<TestServerHost> StartAsync(Action<XmlRpcServerOptions>? options = null) => TestServerHost.StartAsync(
        methods =>
        {
            methods.Add("add", (int a, int b) => a + b);
            methods.Add("fail", int () => throw new XmlRpcFaultException(42, "It failed"));
        },
        options);
}
