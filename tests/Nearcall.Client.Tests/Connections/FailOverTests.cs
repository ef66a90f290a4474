using System.Net;
using System.Net.Sockets;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

public sealed class FailOverTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_FirstAddressesClosed_GoesOnAndStays(bool async)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        var closed = ClosedPort.Url();
        using var client = new XmlRpcClient(
            closed, new XmlRpcClientOptions { FallbackEndpoints = { new Uri("http://nobody.invalid/"), new Uri(server.Url) } });
        Assert.Equal(new Uri(closed), client.Endpoint);

        Assert.Equal(5, async ? await client.CallAsync<int>("m", Token) : client.Call<int>("m"));

        Assert.Equal(new Uri(server.Url), client.Endpoint);
        Assert.Equal(5, await client.CallAsync<int>("m", Token));
    }

    [Fact]
    public async Task Call_StickyAddressCloses_GoesRoundToTheFirst()
    {
        var isFirstUp = false;
        var isSecondUp = true;
        using var http = new HttpClient(new FakeHandler(async (request, token) =>
        {
            var isUp = request.RequestUri!.Host == "first" ? isFirstUp : isSecondUp;
            if (!isUp)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError, "no", new SocketException((int)SocketError.ConnectionRefused));
            }

            await request.Content!.CopyToAsync(Stream.Null, token);
            return FakeHandler.Ok(Answers.Five);
        }));
        using var client = new XmlRpcClient(http, new Uri("http://first/"), new XmlRpcClientOptions { FallbackEndpoints = { new Uri("http://second/") } });

        await client.CallAsync<int>("m", Token);
        Assert.Equal("second", client.Endpoint.Host);
        (isFirstUp, isSecondUp) = (true, false);
        await client.CallAsync<int>("m", Token);
        Assert.Equal("first", client.Endpoint.Host);
    }

    [Fact]
    public async Task Call_EveryAddressClosed_SaysSo()
    {
        var last = ClosedPort.Url();
        using var client = new XmlRpcClient(ClosedPort.Url(), new XmlRpcClientOptions { FallbackEndpoints = { new Uri(last) } });

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", Token));

        Assert.StartsWith($"None of 2 addresses can be reached. The last: No connection to {last}: ", exception.Message, StringComparison.Ordinal);
        Assert.True(exception.WasNotSent);
        Assert.Equal(new Uri(last), exception.Endpoint);
    }

    [Theory]
    [InlineData("closes")]
    [InlineData("cuts")]
    [InlineData("503")]
    [InlineData("redirects")]
    public async Task Call_ThatMayHaveBeenRun_IsNotSentElsewhere(string behaviour)
    {
        await using var second = new StubServer(StubReply.Ok(Answers.Five));
        await using var first = new StubServer(behaviour switch
        {
            "closes" => StubReply.Raw(""),
            "cuts" => StubReply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<meth"),
            "503" => StubReply.Of("503 Busy", ""),
            _ => StubReply.Redirect(307, ClosedPort.Url()),
        });
        using var client = new XmlRpcClient(first.Url, new XmlRpcClientOptions { FallbackEndpoints = { new Uri(second.Url) } });

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", Token));

        Assert.False(exception.WasNotSent);
        Assert.Empty(second.Requests);
    }

    [Fact]
    public async Task Call_HandlerThatBeganToSend_IsNotSentElsewhere()
    {
        // A retrying handler may end in "connection refused" after an attempt that got through.
        using var http = new HttpClient(new FakeHandler(async (request, token) =>
        {
            await request.Content!.CopyToAsync(Stream.Null, token);
            throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        }));
        using var client = new XmlRpcClient(http, new Uri("http://first/"), new XmlRpcClientOptions { FallbackEndpoints = { new Uri("http://second/") } });

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", Token));
        Assert.False(exception.WasNotSent);
    }

    [Fact]
    public async Task Call_TlsNotAgreedOn_GoesOn()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var plain = new TcpListener(IPAddress.Loopback, 0);
        plain.Start();
        var talk = Task.Run(async () =>
        {
            using var peer = await plain.AcceptTcpClientAsync(Token);
            await peer.GetStream().WriteAsync("this is no TLS at all"u8.ToArray(), Token);
        }, Token);
        var url = $"https://127.0.0.1:{((IPEndPoint)plain.LocalEndpoint).Port}/";
        using var client = new XmlRpcClient(url, new XmlRpcClientOptions { FallbackEndpoints = { new Uri(server.Url) } });

        Assert.Equal(5, await client.CallAsync<int>("m", Token));
        await talk;
    }

    [Fact]
    public async Task Call_ConnectingTakesTooLong_GoesOn()
    {
        using var http = new HttpClient(new FakeHandler(async (request, token) =>
        {
            if (request.RequestUri!.Host == "first")
            {
                // What a SocketsHttpHandler throws when its ConnectTimeout passes.
                throw new TaskCanceledException("slow", new TimeoutException("A connection could not be established in time."));
            }

            await request.Content!.CopyToAsync(Stream.Null, token);
            return FakeHandler.Ok(Answers.Five);
        }));
        using var one = new XmlRpcClient(http, new Uri("http://first/"));
        using var two = new XmlRpcClient(http, new Uri("http://first/"), new XmlRpcClientOptions { FallbackEndpoints = { new Uri("http://second/") } });

        Assert.Equal(5, await two.CallAsync<int>("m", Token));
        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => one.CallAsync<int>("m", Token));
        Assert.True(exception.WasNotSent);
        Assert.Equal("No connection to http://first/ in time: A connection could not be established in time.", exception.Message);
    }
}
