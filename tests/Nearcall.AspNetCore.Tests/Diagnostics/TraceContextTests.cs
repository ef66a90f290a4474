using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Nearcall.AspNetCore.Tests.Diagnostics;

/// <summary>Calls belong to the trace of their caller, whoever else listens.</summary>
[Collection(Alone.Name)]
public sealed class TraceContextTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Caller = "b7ad6b7169203331";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Call_WithTraceparent_IsInTheTraceOfItsCaller(bool isHttpObserved)
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("one", () => 1));
        using var http = isHttpObserved ? Listen("Microsoft.AspNetCore") : null;
        using var spans = new Spans();

        await PostAsync(host, $"00-{Trace}-{Caller}-01", "vendor=1");

        var span = Assert.Single(spans.Ended);
        Assert.Equal(Trace, span.TraceId.ToHexString());
        Assert.Equal("vendor=1", span.TraceStateString);
        Assert.True(span.Recorded);

        // Where the framework's span is recorded, it stands between the two.
        Assert.Equal(isHttpObserved, span.ParentSpanId.ToHexString() != Caller);
    }

    [Theory]
    [InlineData("00-00000000000000000000000000000000-0000000000000000-01")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task Call_WithoutTraceparent_BeginsATrace(string? traceparent)
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("one", () => 1));
        using var spans = new Spans();

        await PostAsync(host, traceparent, state: null);

        var span = Assert.Single(spans.Ended);
        Assert.Equal(default, span.ParentSpanId);
        Assert.True(span.Recorded);
    }

    [Fact]
    public async Task Sampler_ThatAsksTheParent_IsAskedForTheCallersOwn()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("one", () => 1));
        var asked = new List<ActivityContext>();
        using var listener = Listen(XmlRpcServerDiagnostics.ActivitySourceName, asked.Add);

        await PostAsync(host, $"00-{Trace}-{Caller}-00", state: null);
        await PostAsync(host, $"00-{Trace}-{Caller}-01", state: null);
        await PostAsync(host, traceparent: null, state: null);

        Assert.Equal(
            [(Caller, true, ActivityTraceFlags.None), (Caller, true, ActivityTraceFlags.Recorded), ("0000000000000000", false, ActivityTraceFlags.None)],
            asked.Select(parent => (parent.SpanId.ToHexString(), parent.IsRemote, parent.TraceFlags)));
    }

    [Fact]
    public async Task Call_ThatCompletesAtOnce_LeavesTheCurrentSpanAsItWas()
    {
        Activity? before = null;
        Activity? after = null;
        await using var host = await TestServerHost.StartApplicationAsync(
            app =>
            {
                app.Use(async (HttpContext context, RequestDelegate next) =>
                {
                    before = Activity.Current;
                    await next(context);
                    after = Activity.Current;
                });
                app.MapXmlRpc("/RPC2", methods => methods.Add("one", () => 1));
            },
            builder => builder.Services.AddXmlRpc());
        using var spans = new Spans();

        await PostAsync(host, traceparent: null, state: null);

        Assert.NotNull(before);
        Assert.Same(before, after);
    }

    private static async Task PostAsync(TestServerHost host, string? traceparent, string? state)
    {
        using var content = Message.Of("one");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/RPC2") { Content = content };
        request.Headers.TryAddWithoutValidation("traceparent", traceparent);
        request.Headers.TryAddWithoutValidation("tracestate", state);
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static ActivityListener Listen(string source, Action<ActivityContext>? ask = null)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = candidate => candidate.Name == source,
            Sample = (ref options) =>
            {
                ask?.Invoke(options.Parent);
                return ActivitySamplingResult.AllDataAndRecorded;
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
