using System.Collections.Concurrent;
using System.Diagnostics;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>Each call keeps its span, and the batch has one of its own. The test tells its own by the trace they belong to.</summary>
public sealed class BatchDiagnosticsTests : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly ConcurrentQueue<Activity> _stopped = new();

    public BatchDiagnosticsTests()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == XmlRpcClientTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(_spans);
    }

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task Calls_OfABatch_AreSpansToWhichThatOfTheBatchIsLinked()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        using var parent = new Activity("parent").Start();
        var held = await server.HoldAsync(client);
        var sum = client.CallAsync<int>("math.add", 1);
        var failure = client.TryCallAsync<int>("fail", 7);
        Assert.Same(parent, Activity.Current);
        held.Answer();
        (await server.NextAsync()).Answer();
        await sum;
        await failure;
        Assert.Same(parent, Activity.Current);

        var calls = _stopped.Where(span => span.ParentSpanId == parent.SpanId).ToLookup(span => span.DisplayName);
        Assert.Equal("7", Assert.Single(calls["fail"]).GetTagItem("rpc.status_code"));
        Assert.Single(calls["hold"]);
        var batch = Assert.Single(_stopped, span => span.Links.Any(link => link.Context.TraceId == parent.TraceId));
        Assert.Equal("system.multicall", batch.DisplayName);
        Assert.Equal(default, batch.ParentSpanId);
        Assert.Equal([Assert.Single(calls["math.add"]).SpanId, Assert.Single(calls["fail"]).SpanId], batch.Links.Select(link => link.Context.SpanId));
    }
}
