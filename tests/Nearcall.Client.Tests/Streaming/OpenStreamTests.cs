using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests.Streaming;

public sealed class OpenStreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "")]
    [InlineData(true, "gzip")]
    [InlineData(false, "br")]
    public async Task OpenStreamAsync_Base64_GivesItsOctets(bool async, string encoding)
    {
        var data = new byte[100_000];
        new Random(1).NextBytes(data);
        var text = Answers.Of($"<base64>{Convert.ToBase64String(data, Base64FormattingOptions.InsertLineBreaks)}</base64>");
        await using var server = new StubServer(
            encoding.Length == 0
                ? StubReply.Ok(text)
                : StubReply.Of("200 OK", StubReply.Compress(encoding, text), $"Content-Type: text/xml\r\nContent-Encoding: {encoding}\r\n"));
        using var client = new XmlRpcClient(server.Url);

        await using var stream = await client.OpenStreamAsync(Procedures.Download, "a", Token);
        var result = new MemoryStream();
        if (async)
        {
            await stream.CopyToAsync(result, Token);
        }
        else
        {
            stream.CopyTo(result);
        }

        Assert.Equal(data, result.ToArray());
        Assert.True(stream.CanRead);
        Assert.False(stream.CanSeek || stream.CanWrite);
        Assert.Contains("<string>a</string>", server.Request.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenStreamAsync_OctetsThatHaveCome_AreGivenBeforeTheRest()
    {
        var body = new FedBody().Feed("<methodResponse><params><param><value><base64>QUJD");
        using var client = Client(body);
        await using var stream = await client.OpenStreamAsync(Procedures.Download, "a", Token);
        var room = new byte[10];

        Assert.Equal(3, await stream.ReadAsync(room, Token));
        var next = stream.ReadAsync(room, Token);
        Assert.False(next.IsCompleted);
        body.Feed("REVG</base64></value></param></params></methodResponse>").End();
        Assert.Equal(3, await next);
        Assert.Equal(0, await stream.ReadAsync(room, Token));
        Assert.Equal("DEF"u8, room.AsSpan(0, 3));
    }

    [Fact]
    public async Task OpenStreamAsync_MalformedTail_ThrowsInTheReadThatReachesIt()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of("<base64>QUJD</base64>") + "<more/>"));
        using var client = new XmlRpcClient(server.Url);
        await using var stream = await client.OpenStreamAsync(Procedures.Download, "a", Token);
        var room = new byte[10];

        Assert.Equal(3, await stream.ReadAsync(room, Token));
        await Assert.ThrowsAsync<XmlRpcFormatException>(async () => await stream.ReadExactlyAsync(room, Token));
    }

    [Fact]
    public async Task OpenStreamAsync_ConnectionLost_IsATransportFailure()
    {
        await using var server = new StubServer(
            StubReply.Raw("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<methodResponse><params><param><value><base64>QUJDRE"));
        using var client = new XmlRpcClient(server.Url);
        await using var stream = await client.OpenStreamAsync(Procedures.Download, "a", Token);

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(async () => await stream.CopyToAsync(Stream.Null, Token));
        Assert.EndsWith("3 octets had been read.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenStreamAsync_Fault_IsThrown()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Fault));
        using var client = new XmlRpcClient(server.Url);

        Assert.Equal(42, (await Assert.ThrowsAsync<XmlRpcFaultException>(() => client.OpenStreamAsync(Procedures.Download, "a", Token))).Code);
    }

    [Fact]
    public async Task OpenStreamAsync_ResultOfAnotherKind_IsRefused()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(server.Url);

        var exception = await Assert.ThrowsAsync<XmlRpcFormatException>(() => client.OpenStreamAsync(Procedures.Download, "a", Token));
        Assert.StartsWith("A base64 was expected", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_CancelledRead_CarriesItsToken()
    {
        using var client = Client(new FedBody().Feed("<methodResponse><params><param><value><base64>QUJD"));
        await using var stream = await client.OpenStreamAsync(Procedures.Download, "a", Token);
        using var cancel = new CancellationTokenSource();
        var room = new byte[10];
        Assert.Equal(3, await stream.ReadAsync(room, cancel.Token));

        var next = stream.ReadAsync(room, cancel.Token);
        await cancel.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.Equal(cancel.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task Dispose_HalfRead_EndsTheExchange()
    {
        var body = new FedBody().Feed("<methodResponse><params><param><value><base64>QUJD");
        using var client = Client(body);
        var stream = await client.OpenStreamAsync(Procedures.Download, "a", Token);

        await stream.DisposeAsync();
        await body.Disposed;

        Assert.False(stream.CanRead);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await stream.ReadExactlyAsync(new byte[1], Token));
    }

    [Fact]
    public async Task OpenStreamAsync_SilentServer_IsATimeoutPerRead()
    {
        var clock = new ManualClock();
        using var client = Client(
            new FedBody().Feed("<methodResponse><params><param><value><base64>QUJD"),
            new XmlRpcClientOptions { Timeout = TimeSpan.FromSeconds(10), TimeProvider = clock });
        await using var stream = await client.OpenStreamAsync(Procedures.Download, "a", Token);
        clock.Advance(TimeSpan.FromMinutes(5));
        var room = new byte[10];
        Assert.Equal(3, await stream.ReadAsync(room, Token));

        var next = stream.ReadAsync(room, Token);
        clock.Advance(TimeSpan.FromSeconds(11));

        await Assert.ThrowsAsync<TimeoutException>(async () => await next);
    }

    private static XmlRpcClient Client(FedBody body, XmlRpcClientOptions? options = null) =>
        new(new HttpClient(new FakeHandler((_, _) => Task.FromResult(body.ToResponse()))), new Uri("http://host/"), options);
}
