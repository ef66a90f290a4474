using System.Diagnostics;
using Nearcall.AspNetCore.Tests.Diagnostics;

namespace Nearcall.AspNetCore.Tests.Streaming;

/// <summary>What is told of calls whose results or arguments are streams.</summary>
[Collection(Alone.Name)]
public sealed class StreamTelemetryTests
{
    private const int Many = 20_000;

    [Fact]
    public async Task Call_LastsAsLongAsItsResultIsSent()
    {
        var isRead = new TaskCompletionSource();
        await using var host = await KestrelHost.StartAsync(methods => methods.AddItems("numbers", _ => Wait()));
        using var spans = new Spans();
        using var metrics = new Measurements(host.Services);
        using var client = new HttpClient();

        using var response = await host.PostAsync(client, Message.Of("numbers"));
        Assert.Empty(spans.Ended);
        Assert.Empty(metrics.Of("rpc.server.call.duration"));
        isRead.SetResult();
        await StreamedMethods.ReadAsync(response);

        var span = Assert.Single(spans.Ended);
        Assert.Equal(("numbers", ActivityStatusCode.Unset), (span.OperationName, span.Status));
        Assert.False(Assert.Single(metrics.Of("rpc.server.call.duration")).Tags.ContainsKey("error.type"));
        Assert.Equal([1, -1], metrics.Of("xmlrpc.server.active_calls").Select(point => point.Value));

        async IAsyncEnumerable<int> Wait()
        {
            await foreach (var number in StreamedMethods.Numbers(Many))
            {
                yield return number;
            }

            await isRead.Task;
        }
    }

    [Fact]
    public async Task Failure_AfterAPartIsSent_IsTheErrorOfTheCall()
    {
        await using var host = await KestrelHost.StartAsync(
            methods => methods.AddItems("fails", _ => StreamedMethods.NumbersAndThen(Many, new XmlRpcFaultException(7, "no more"))));
        using var spans = new Spans();
        using var metrics = new Measurements(host.Services);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => host.CallAsync("fails"));

        await host.Log.WaitForAsync("AnswerBroke");
        await spans.WaitAsync();
        var span = Assert.Single(spans.Ended);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal(typeof(XmlRpcFaultException).FullName, span.GetTagItem("error.type"));

        // No code reached the caller.
        Assert.Null(span.GetTagItem("rpc.status_code"));
        Assert.Equal(typeof(XmlRpcFaultException).FullName, Assert.Single(metrics.Of("rpc.server.call.duration")).Tags["error.type"]);
        Assert.Contains(span.TraceId.ToHexString(), Assert.Single(host.Log.OfServer, record => record.Event.Name == "AnswerBroke").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_ThatIsRefusedWhileItIsRead_IsTheErrorOfTheCall()
    {
        await using var host = await KestrelHost.StartAsync(methods => methods.AddDigest().WithMaxBytes(100_000));
        using var spans = new Spans();
        using var metrics = new Measurements(host.Services);
        using var connection = await host.ConnectAsync();
        var body = Uploads.Call("digest", "x", Uploads.Random(100_000));

        await connection.SendAsync($"{Uploads.Head}Transfer-Encoding: chunked\r\n\r\n{Uploads.Chunk(body[..500])}");
        await connection.SendAsync($"{Uploads.Chunk(body[500..])}0\r\n\r\n");
        await connection.ReadAnswerAsync();

        Assert.Equal("too_large", Assert.Single(metrics.Of("xmlrpc.server.rejected_messages")).Tags["xmlrpc.rejection.reason"]);
        Assert.All(spans.Ended, span => Assert.Equal("too_large", span.GetTagItem("error.type")));
    }
}
