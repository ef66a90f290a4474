using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>Time-out, cancellation and disposal, and that they are never taken for one another.</summary>
public sealed class DeadlineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Timeout_SilentServer_IsATimeoutThatSaysWhatAndHowLong(bool async)
    {
        await using var server = new StubServer(StubReply.Silence);
        using var client = new XmlRpcClient(server.Url, new XmlRpcClientOptions { Timeout = TimeSpan.FromMilliseconds(250) });

        var exception = await FailAsync<TimeoutException>(client, async, new XmlRpcCallOptions { CancellationToken = Token });

        Assert.Equal($"{server.Url} did not answer the call of 'm' within 0.25 s. The call may have been executed.", exception.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Timeout_BodyThatNeverEnds_IsATimeout(bool async)
    {
        await using var server = new StubServer(StubReply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<methodResponse>") with { IsClosing = false, IsHanging = true });
        using var client = new XmlRpcClient(server.Url, new XmlRpcClientOptions { Timeout = TimeSpan.FromMilliseconds(250) });

        await FailAsync<TimeoutException>(client, async, new XmlRpcCallOptions());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Timeout_ChunksThatNeverEnd_IsATimeout(bool async)
    {
        await using var server = new StubServer(
            StubReply.Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n<methodResponse>") with { IsClosing = false, IsHanging = true });
        using var client = new XmlRpcClient(server.Url, new XmlRpcClientOptions { Timeout = TimeSpan.FromMilliseconds(250) });

        await FailAsync<TimeoutException>(client, async, new XmlRpcCallOptions());
    }

    [Theory]
    [InlineData(10, 20, 30, "10")]
    [InlineData(30, 10, 20, "10")]
    [InlineData(30, 20, 10, "10")]
    [InlineData(-1, 20, -1, "20")]
    [InlineData(20, -1, -1, "20")]
    public async Task Timeout_OfClientCallAndHttpClient_TheShortestCounts(int ofClient, int ofCall, int ofHttp, string expected)
    {
        var clock = new ManualClock();
        var handler = new HangingHandler();
        using var http = new HttpClient(handler) { Timeout = Seconds(ofHttp) };
        using var client = new XmlRpcClient(
            http, new Uri("http://host/"), new XmlRpcClientOptions { Timeout = Seconds(ofClient), TimeProvider = clock });

        var call = client.CallAsync<int>("m", new XmlRpcCallOptions { Timeout = Seconds(ofCall) });
        await handler.Arrived;
        clock.Advance(TimeSpan.FromSeconds(9.999));
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(10.001));

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.EndsWith($"within {expected} s.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timeout_OfAnHttpClientThatIsFaster_IsATimeout()
    {
        // The timer of the HttpClient is not ours, but its time is.
        var clock = new ManualClock();
        using var http = new HttpClient(new FakeHandler((_, _) =>
        {
            clock.Advance(TimeSpan.FromSeconds(9.99));
            throw new TaskCanceledException("HttpClient.Timeout", new TimeoutException());
        })) { Timeout = TimeSpan.FromSeconds(10) };
        using var client = new XmlRpcClient(http, new Uri("http://host/"), new XmlRpcClientOptions { TimeProvider = clock });

        await Assert.ThrowsAsync<TimeoutException>(() => client.CallAsync<int>("m", Token));
    }

    [Fact]
    public async Task Timeout_Infinite_NeverPasses()
    {
        var clock = new ManualClock();
        var handler = new HangingHandler();
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var client = new XmlRpcClient(
            http, new Uri("http://host/"), new XmlRpcClientOptions { Timeout = Timeout.InfiniteTimeSpan, TimeProvider = clock });

        var call = client.CallAsync<int>("m", Token);
        await handler.Arrived;
        clock.Advance(TimeSpan.FromDays(1000));
        handler.Answer();

        Assert.Equal(5, await call);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancel_WhileTheServerIsSilent_CarriesTheCallersToken(bool async)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var server = new StubServer(_ =>
        {
            source.Cancel();
            return StubReply.Silence;
        });
        using var client = new XmlRpcClient(server.Url);

        var exception = await FailAsync<OperationCanceledException>(client, async, new XmlRpcCallOptions { CancellationToken = source.Token });

        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task Cancel_BeforeTheCall_SendsNothing()
    {
        var handler = new FakeHandler(Answers.Five);
        using var http = new HttpClient(handler);
        using var client = new XmlRpcClient(http, new Uri("http://host/"));
        var cancelled = new CancellationToken(canceled: true);

        var call = client.CallAsync<int>("m", cancelled);

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        Assert.True(call.IsCanceled);
        Assert.Equal(cancelled, exception.CancellationToken);
        Assert.Equal(0, handler.Requests);
    }

    [Fact]
    public async Task Cancel_AndTimeoutAtOnce_IsACancellation()
    {
        var clock = new ManualClock();
        var handler = new HangingHandler();
        using var source = new CancellationTokenSource();
        using var http = new HttpClient(handler);
        using var client = new XmlRpcClient(http, new Uri("http://host/"), new XmlRpcClientOptions { TimeProvider = clock });

        var call = client.CallAsync<int>("m", source.Token);
        await handler.Arrived;
        await source.CancelAsync();
        clock.Advance(TimeSpan.FromHours(1));

        await Assert.ThrowsAsync<OperationCanceledException>(() => call);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dispose_WhileTheServerIsSilent_EndsTheCall(bool async)
    {
        XmlRpcClient? client = null;
        await using var server = new StubServer(_ =>
        {
            client!.Dispose();
            return StubReply.Silence;
        });
        client = new XmlRpcClient(server.Url);

        var exception = await FailAsync<ObjectDisposedException>(client, async, new XmlRpcCallOptions());

        Assert.Equal(nameof(XmlRpcClient), exception.ObjectName);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dispose_InALaterCall_EndsTheCall(bool async)
    {
        var calls = 0;
        XmlRpcClient? client = null;
        await using var server = new StubServer(_ =>
        {
            if (++calls < 3)
            {
                return StubReply.Ok(Answers.Five);
            }

            client!.Dispose();
            return StubReply.Silence;
        });
        client = new XmlRpcClient(server.Url);
        await client.CallAsync<int>("m", Token);
        await client.CallAsync<int>("m", Token);

        await FailAsync<ObjectDisposedException>(client, async, new XmlRpcCallOptions());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dispose_InTheMiddleOfABody_EndsTheCall(bool async)
    {
        await using var server = new StubServer(StubReply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<methodResponse>") with { IsClosing = false, IsHanging = true });
        using var client = new XmlRpcClient(server.Url);
        var call = Task.Run(() => FailAsync<ObjectDisposedException>(client, async, new XmlRpcCallOptions()), Token);
        while (server.Requests.Count == 0)
        {
            await Task.Yield();
        }

        client.Dispose();

        await call;
    }

    private static TimeSpan Seconds(int seconds) => seconds < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds);

    private static async Task<T> FailAsync<T>(XmlRpcClient client, bool async, XmlRpcCallOptions options)
        where T : Exception =>
        async
            ? await Assert.ThrowsAnyAsync<T>(() => client.CallAsync<int>("m", options))
            : Assert.ThrowsAny<T>(() => client.Call<int>("m", options));
}
