using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Nearcall.Server.Tests.Telemetry;

/// <summary>What telemetry is sent to: OTLP over HTTP, kept and understood as far as the tests ask.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<ProtobufMessage> _traces = new();
    private readonly ConcurrentQueue<ProtobufMessage> _metrics = new();
    private readonly ConcurrentQueue<ProtobufMessage> _logs = new();

    private Collector(WebApplication application) => _application = application;

    public string Address => _application.Urls.Single();

    /// <summary>The spans that came.</summary>
    public IReadOnlyList<ReceivedSpan> Spans =>
    [
        .. from resource in _traces.SelectMany(request => request.Messages(1))
           from span in resource.All(2, 2)
           select ReceivedSpan.Read(Service(resource), span),
    ];

    /// <summary>The metrics that came, each once for each time.</summary>
    public IReadOnlyList<ReceivedMetric> Metrics =>
        [.. _metrics.SelectMany(request => request.All(1, 2, 2)).Select(metric => new ReceivedMetric(metric))];

    /// <summary>The texts of the log, with the trace of each.</summary>
    public IReadOnlyList<(string Text, string Trace)> Logs =>
        [.. _logs.SelectMany(request => request.All(1, 2, 2)).Select(entry => (string.Concat(entry.Messages(5).Select(body => body.Text(1))), entry.Hex(9)))];

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var application = builder.Build();
        var collector = new Collector(application);
        application.MapPost("/v1/traces", context => KeepAsync(context, collector._traces));
        application.MapPost("/v1/metrics", context => KeepAsync(context, collector._metrics));
        application.MapPost("/v1/logs", context => KeepAsync(context, collector._logs));
        await application.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>Waits until as many spans of a name have come.</summary>
    public async Task<IReadOnlyList<ReceivedSpan>> WaitForSpansAsync(int count, Func<ReceivedSpan, bool> condition)
    {
        while (true)
        {
            var spans = Spans.Where(condition).ToList();
            if (spans.Count >= count)
            {
                return spans;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The number of values in a histogram, as it was last sent: counts only grow.</summary>
    public long CountOf(string metric) => Metrics.Where(candidate => candidate.Name == metric).Select(candidate => candidate.Count).LastOrDefault();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static string Service(ProtobufMessage resource) =>
        resource.All(1, 1).Where(attribute => attribute.Text(1) == "service.name").SelectMany(attribute => attribute.Messages(2)).Single().Text(1);

    private static async Task KeepAsync(HttpContext context, ConcurrentQueue<ProtobufMessage> kept)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        kept.Enqueue(new ProtobufMessage(body.ToArray()));
    }
}
