using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>Spans and durations by the conventions of OpenTelemetry. Each test tells its own by the port it calls.</summary>
public sealed class ClientDiagnosticsTests : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _durations = new();
    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ConcurrentQueue<(double Seconds, Dictionary<string, object?> Tags)> _measured = new();
    private Instrument? _instrument;

    public ClientDiagnosticsTests()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == XmlRpcClientTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(_spans);
        _durations.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == XmlRpcClientTelemetry.MeterName)
            {
                _instrument = instrument;
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _durations.SetMeasurementEventCallback<double>((_, value, tags, _) => _measured.Enqueue((value, new(tags.ToArray()))));
        _durations.Start();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _spans.Dispose();
        _durations.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_Answered_IsASpanAndADuration(bool async)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(server.Url);
        using var parent = new Activity("parent").Start();

        _ = async ? await client.CallAsync<int>("math.add", Token) : client.Call<int>("math.add");

        var span = Span(server.Port);
        Assert.Equal("math.add", span.DisplayName);
        Assert.Equal(ActivityKind.Client, span.Kind);
        Assert.Equal(parent.SpanId, span.ParentSpanId);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Same(parent, Activity.Current);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["rpc.system.name"] = "xmlrpc",
                ["rpc.method"] = "math.add",
                ["server.address"] = "127.0.0.1",
                ["server.port"] = server.Port,
            },
            span.TagObjects.ToDictionary());
        var (seconds, tags) = Duration(server.Port);
        Assert.InRange(seconds, 0.000001, 60);
        Assert.Equal("_OTHER", tags["rpc.method"]);
        Assert.Equal("xmlrpc", tags["rpc.system.name"]);
        Assert.DoesNotContain("error.type", tags.Keys);
        Assert.Contains(span.TraceId.ToHexString(), server.Request.Header("traceparent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_Fault_IsAnErrorWithItsCode()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Fault));
        using var client = new XmlRpcClient(server.Url, new XmlRpcClientOptions { RecordMethodInMetrics = true });

        await client.TryCallAsync("m", Token);

        var span = Span(server.Port);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Null(span.StatusDescription);
        Assert.Equal("42", span.GetTagItem("rpc.status_code"));
        Assert.Equal("42", span.GetTagItem("error.type"));
        var (_, tags) = Duration(server.Port);
        Assert.Equal("42", tags["rpc.status_code"]);
        Assert.Equal("42", tags["error.type"]);
        Assert.Equal("m", tags["rpc.method"]);
    }

    [Fact]
    public async Task Call_Failed_IsAnErrorWithItsType()
    {
        await using var server = new StubServer(StubReply.Of("404 Not Found", ""));
        using var client = new XmlRpcClient(server.Url);

        await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.Introspection.ListMethodsAsync(Token));

        var span = Span(server.Port);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Contains("404", span.StatusDescription, StringComparison.Ordinal);
        Assert.Equal("Nearcall.XmlRpcTransportException", span.GetTagItem("error.type"));
        Assert.Null(span.GetTagItem("rpc.status_code"));
        Assert.Equal("system.listMethods", Duration(server.Port).Tags["rpc.method"]);
    }

    [Fact]
    public async Task Call_ThatFailedOver_NamesWhoAnswered()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(ClosedPort.Url(), new XmlRpcClientOptions { FallbackEndpoints = { new Uri(server.Url) } });

        await client.CallAsync<int>("m", Token);

        Assert.Equal("m", Span(server.Port).DisplayName);
        Assert.Equal("127.0.0.1", Duration(server.Port).Tags["server.address"]);
    }

    [Fact]
    public async Task Batch_IsOneSpan()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of(Answers.Array(Answers.Array("1")))));
        using var client = new XmlRpcClient(server.Url);
        client.Multicall().AddAnd(out var batch);

        await batch.SendAsync(Token);

        Assert.Equal("system.multicall", Span(server.Port).DisplayName);
        Assert.Equal("system.multicall", Duration(server.Port).Tags["rpc.method"]);
    }

    [Fact]
    public void Instrument_IsTheOneOfTheConvention()
    {
        var histogram = Assert.IsType<Histogram<double>>(_instrument);

        Assert.Equal("rpc.client.call.duration", histogram.Name);
        Assert.Equal("s", histogram.Unit);
        Assert.Equal([0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10], histogram.Advice!.HistogramBucketBoundaries!);
    }

    private Activity Span(int port) => Assert.Single(_stopped, span => Equals(span.GetTagItem("server.port"), port));

    private (double Seconds, Dictionary<string, object?> Tags) Duration(int port) =>
        Assert.Single(_measured, measurement => Equals(measurement.Tags["server.port"], port));
}
