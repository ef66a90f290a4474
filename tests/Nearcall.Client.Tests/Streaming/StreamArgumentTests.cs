using System.IO.Compression;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests.Streaming;

public sealed class StreamArgumentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StreamOf_SeekableStream_GoesWithItsLength(bool async)
    {
        var data = Data(200_000);
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(server.Url);
        using var octets = new MemoryStream(data) { Position = 100 };

        Assert.Equal(5, await CallAsync(client, async, octets));

        Assert.Equal(Expected("a", data[100..]), server.Request.Text);
        Assert.NotNull(server.Request.Header("Content-Length"));
        Assert.Null(server.Request.Header("Transfer-Encoding"));
        Assert.True(octets.CanRead);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StreamOf_OtherStream_GoesInChunks(bool async)
    {
        var data = Data(200_000);
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(server.Url);

        Assert.Equal(5, await CallAsync(client, async, new OnceStream(data)));

        Assert.Equal(Expected("a", data), server.Request.Text);
        Assert.Equal("chunked", server.Request.Header("Transfer-Encoding"));
        Assert.Null(server.Request.Header("Content-Length"));
    }

    [Fact]
    public async Task StreamOf_EmptyStream_IsAnEmptyBase64()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(server.Url);

        await CallAsync(client, async: true, Stream.Null);

        Assert.Equal(Expected("a", []), server.Request.Text);
    }

    [Fact]
    public async Task StreamOf_WithRequestCompression_IsCompressedAsItGoes()
    {
        var data = Data(200_000);
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(server.Url, new XmlRpcClientOptions { RequestCompression = XmlRpcRequestCompression.Gzip });

        await CallAsync(client, async: true, new MemoryStream(data));

        Assert.Equal("gzip", server.Request.Header("Content-Encoding"));
        using var body = new GZipStream(new MemoryStream(server.Request.Body), CompressionMode.Decompress);
        using var text = new StreamReader(body);
        Assert.Equal(Expected("a", data), await text.ReadToEndAsync(Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StreamOf_StreamThatFails_ThrowsWhatItThrew(bool async)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(server.Url);
        var failure = new InvalidTimeZoneException("mine");

        var exception = await Assert.ThrowsAsync<InvalidTimeZoneException>(
            () => CallAsync(client, async, new OnceStream(Data(100_000)) { Failure = failure }));

        Assert.Same(failure, exception);
    }

    [Fact]
    public async Task StreamOf_StreamThatEndsEarly_SaysSo()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(server.Url);
        using var octets = new ShrinkingStream();

        var exception = await Assert.ThrowsAsync<EndOfStreamException>(() => CallAsync(client, async: true, octets));

        Assert.Equal("The stream among the arguments ended after 10 of its 100 octets.", exception.Message);
    }

    [Fact]
    public async Task StreamOf_RedirectOfASeekableStream_IsSentAgain()
    {
        await using var server = new StubServer(static request =>
            request.Line.Contains("/RPC2", StringComparison.Ordinal) ? StubReply.Redirect(307, "/other") : StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(server.Url);

        Assert.Equal(5, await CallAsync(client, async: true, new MemoryStream(Data(1000))));

        Assert.Equal([Expected("a", Data(1000)), Expected("a", Data(1000))], server.Requests.Select(static request => request.Text));
    }

    [Fact]
    public async Task StreamOf_RedirectOfAnotherStream_IsRefused()
    {
        await using var server = new StubServer(StubReply.Redirect(307, "/other"));
        using var client = new XmlRpcClient(server.Url);

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => CallAsync(client, async: true, new OnceStream(Data(1000))));

        Assert.Contains("cannot be read a second time", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task StreamOf_FirstAddressUnreachable_GoesToTheNext()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(ClosedPort.Url(), new XmlRpcClientOptions { FallbackEndpoints = { new Uri(server.Url) } });

        Assert.Equal(5, await CallAsync(client, async: true, new OnceStream(Data(1000))));

        Assert.Equal(Expected("a", Data(1000)), server.Request.Text);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task StreamOf_IdempotentCallThatFailed_IsTriedAgainIfTheStreamSeeks(bool canSeek, int requests)
    {
        var answers = 0;
        await using var server = new StubServer(_ => answers++ == 0 ? StubReply.Of("503 Busy", "", "") : StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(
            server.Url,
            new XmlRpcClientOptions { Retry = new XmlRpcRetryOptions { MaxAttempts = 2, BackOff = TimeSpan.FromMilliseconds(1) } });
        Stream octets = canSeek ? new MemoryStream(Data(1000)) : new OnceStream(Data(1000));

        var call = client.CallAsync(Procedures.UploadAgain, ("a", octets), Token);

        if (canSeek)
        {
            Assert.Equal(5, await call);
        }
        else
        {
            await Assert.ThrowsAsync<XmlRpcTransportException>(() => call);
        }

        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task StreamOf_SlowStream_IsNoSilenceOfTheServer()
    {
        var clock = new ManualClock();
        var octets = new FedBody();
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(server.Url, new XmlRpcClientOptions { Timeout = TimeSpan.FromSeconds(10), TimeProvider = clock });

        var call = CallAsync(client, async: true, octets);
        for (var i = 0; i < 5; i++)
        {
            await octets.AskedAsync();
            clock.Advance(TimeSpan.FromMinutes(1));
            octets.Feed([1, 2, 3]);
        }

        octets.End();
        Assert.Equal(5, await call);
    }

    private static byte[] Data(int length)
    {
        var data = new byte[length];
        new Random(length).NextBytes(data);
        return data;
    }

    private static string Expected(string name, byte[] data) =>
        $"{Answers.Prolog}<methodCall><methodName>upload</methodName><params><param><value><string>{name}</string></value></param>"
        + $"<param><value><base64>{Convert.ToBase64String(data)}</base64></value></param></params></methodCall>";

    private static Task<int> CallAsync(XmlRpcClient client, bool async, Stream octets) =>
        async
            ? client.CallAsync(Procedures.Upload, ("a", octets), Token)
            : Task.Run(() => client.Call(Procedures.Upload, ("a", octets), Token), Token);

    private sealed class OnceStream(byte[] data) : MemoryStream(data)
    {
        public Exception? Failure { get; init; }

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => Fail(base.Read(buffer, offset, Math.Min(count, 10_001)));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        private int Fail(int count) => count == 0 && Failure is not null ? throw Failure : count;
    }

    private sealed class ShrinkingStream() : MemoryStream(new byte[10])
    {
        public override long Length => 100;
    }
}
