using System.Globalization;
using System.Net;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests.Streaming;

public sealed class StreamItemsTests
{
    private const string Head = "<methodResponse><params><param><value><array><data>";
    private const string Tail = "</data></array></value></param></params></methodResponse>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StreamAsync_ItemThatHasCome_IsGivenBeforeTheNextIsSent()
    {
        var body = new FedBody().Feed(Head).Feed(Item(1));
        using var client = Client(body);

        await using var items = client.StreamAsync(Procedures.List, 5, Token).GetAsyncEnumerator(Token);
        Assert.True(await items.MoveNextAsync());
        Assert.Equal(1, items.Current);

        var next = items.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted, next.Exception?.ToString());
        body.Feed(Item(2)).Feed(Tail).End();
        Assert.True(await next);
        Assert.Equal(2, items.Current);
        Assert.False(await items.MoveNextAsync());
        await body.Disposed;
    }

    [Fact]
    public async Task StreamAsync_AnswerOverASocketCutAnywhere_GivesAllItems()
    {
        var reply = StubReply.Ok(Head + Item(1) + Item(22) + Item(333) + Tail).Pieces[0];
        var place = 0;
        await using var server = new StubServer(_ => new StubReply(reply[..place], reply[place..]));
        using var client = new XmlRpcClient(server.Url);
        for (place = 1; place < reply.Length; place += 7)
        {
            Assert.Equal([1, 22, 333], await client.StreamAsync<int>("list", Token).ToListAsync(Token));
        }

        // The first connection is not kept: the server has not shown yet that it keeps any.
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task StreamAsync_EachEnumeration_IsACall()
    {
        await using var server = new StubServer(StubReply.Ok(Head + Item(1) + Tail));
        using var client = new XmlRpcClient(server.Url);
        var items = client.StreamAsync<int>("list", new XmlRpcCallOptions { Headers = new Dictionary<string, string> { ["X-A"] = "b" } }, 5);

        Assert.Empty(server.Requests);
        Assert.Equal([1], await items.ToListAsync(Token));
        Assert.Equal([1], await items.ToListAsync(Token));

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, static request => Assert.Equal("b", request.Header("X-A")));
        Assert.All(server.Requests, static request => Assert.Contains("<int>5</int>", request.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task StreamAsync_Fault_IsThrownAsACallThrowsIt()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Fault));
        using var client = new XmlRpcClient(server.Url);

        var exception = await Assert.ThrowsAsync<XmlRpcFaultException>(async () => await client.StreamAsync<int>("list").ToListAsync(Token));
        Assert.Equal(42, exception.Code);
        exception = await Assert.ThrowsAsync<XmlRpcFaultException>(
            async () => await client.StreamAsync(Procedures.List, 1, Token).ToListAsync(Token));
        Assert.Equal(42, exception.Code);
    }

    [Fact]
    public async Task StreamAsync_FaultThatAnExceptionStandsFor_IsThatException()
    {
        await using var server = new StubServer(StubReply.Ok(
            $"<methodResponse><fault><value>{Answers.FaultStruct(17, "no")}</value></fault></methodResponse>"));
        using var client = new XmlRpcClient(server.Url);

        await Assert.ThrowsAsync<InsufficientExecutionStackException>(
            async () => await client.StreamAsync(Procedures.List, 1, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task StreamAsync_MalformedTail_ThrowsInTheReadThatReachesIt()
    {
        await using var server = new StubServer(StubReply.Ok(Head + Item(1) + Tail + "<more/>"));
        using var client = new XmlRpcClient(server.Url);
        await using var items = client.StreamAsync<int>("list").GetAsyncEnumerator(Token);

        Assert.True(await items.MoveNextAsync());
        var exception = await Assert.ThrowsAsync<XmlRpcFormatException>(async () => await items.MoveNextAsync());
        Assert.Equal("R06", exception.Rule);
    }

    [Fact]
    public async Task StreamAsync_ItemOfAnotherType_NamesIt()
    {
        await using var server = new StubServer(StubReply.Ok(Head + Item(1) + "<value>two</value>" + Tail));
        using var client = new XmlRpcClient(server.Url);
        await using var items = client.StreamAsync<int>("list").GetAsyncEnumerator(Token);

        Assert.True(await items.MoveNextAsync());
        var exception = await Assert.ThrowsAsync<XmlRpcFormatException>(async () => await items.MoveNextAsync());
        Assert.Equal("params[0][1]", exception.Path);
        Assert.Equal("R55", exception.Rule);
    }

    [Theory]
    [InlineData("<string>5</string>")]
    [InlineData("<struct></struct>")]
    public async Task StreamAsync_ResultThatIsNoArray_IsRefused(string result)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of(result)));
        using var client = new XmlRpcClient(server.Url);

        var exception = await Assert.ThrowsAsync<XmlRpcFormatException>(async () => await client.StreamAsync<int>("list").ToListAsync(Token));
        Assert.StartsWith("An array was expected", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 1000\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n")]
    [InlineData("")]
    public async Task StreamAsync_ConnectionLostAmongItems_SaysHowManyCame(string framing)
    {
        var text = Head + Item(1) + Item(2) + "<value><int>3";
        var body = framing.StartsWith('T') ? $"{text.Length:x}\r\n{text}\r\n" : text;
        await using var server = new StubServer(StubReply.Raw($"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n{framing}\r\n{body}"));
        using var client = new XmlRpcClient(server.Url);
        var items = new List<int>();

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(async () =>
        {
            await foreach (var item in client.StreamAsync<int>("list", Token))
            {
                items.Add(item);
            }
        });

        Assert.Equal([1, 2], items);
        Assert.Equal(2, exception.ReceivedItems);
        Assert.Contains("was cut short", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("2 items had come.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
    }

    [Theory]
    [InlineData("200 OK", "text/html", "<html><title>Log in</title></html>", "an HTML page: \"Log in\"")]
    [InlineData("503 Busy", "text/plain", "try later", "a body that is no XML-RPC message: \"try later\"")]
    [InlineData("200 OK", "text/xml", "", "an empty body.")]
    [InlineData("500 Oops", "text/xml", " ", "an empty body.")]
    public async Task StreamAsync_NoMessage_IsATransportFailureThatShowsIt(string status, string type, string body, string expected)
    {
        await using var server = new StubServer(StubReply.Of(status, body, $"Content-Type: {type}\r\n"));
        using var client = new XmlRpcClient(server.Url);

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(async () => await client.StreamAsync<int>("list").ToListAsync(Token));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Null(exception.ReceivedItems);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("deflate-raw")]
    public async Task StreamAsync_CompressedAnswer_IsDecompressedAsItComes(string encoding)
    {
        var text = Head + string.Concat(Enumerable.Range(0, 1000).Select(Item)) + Tail;
        var octets = StubReply.Compress(encoding, text);
        await using var server = new StubServer(
            StubReply.Of("200 OK", octets, $"Content-Type: text/xml\r\nContent-Encoding: {encoding.Replace("-raw", "", StringComparison.Ordinal)}\r\n"));
        using var client = new XmlRpcClient(server.Url);

        Assert.Equal(Enumerable.Range(0, 1000), await client.StreamAsync<int>("list", Token).ToListAsync(Token));
    }

    [Fact]
    public async Task StreamAsync_CorruptCompression_IsATransportFailure()
    {
        var octets = StubReply.Compress("gzip", Head + string.Concat(Enumerable.Range(0, 20000).Select(Item)) + Tail);
        Array.Fill(octets, (byte)0xFF, octets.Length / 2, 100);
        await using var server = new StubServer(StubReply.Of("200 OK", octets, "Content-Type: text/xml\r\nContent-Encoding: gzip\r\n"));
        using var client = new XmlRpcClient(server.Url);

        var exception = await Assert.ThrowsAnyAsync<Exception>(async () => await client.StreamAsync<int>("list").ToListAsync(Token));
        Assert.True(exception is XmlRpcTransportException { ReceivedItems: > 0 } or XmlRpcFormatException, exception.ToString());
    }

    [Fact]
    public async Task StreamAsync_SilenceAmongItems_IsATimeoutAndSlowConsumersAreNone()
    {
        var clock = new ManualClock();
        var body = new FedBody().Feed(Head).Feed(Item(1));
        using var client = Client(body, new XmlRpcClientOptions { Timeout = TimeSpan.FromSeconds(10), TimeProvider = clock });
        await using var items = client.StreamAsync<int>("list", Token).GetAsyncEnumerator(Token);
        Assert.True(await items.MoveNextAsync());
        clock.Advance(TimeSpan.FromMinutes(10));

        var next = items.MoveNextAsync().AsTask();
        clock.Advance(TimeSpan.FromSeconds(9));
        body.Feed(Item(2));
        Assert.True(await next);

        next = items.MoveNextAsync().AsTask();
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));
        var exception = await Assert.ThrowsAsync<TimeoutException>(() => next);
        Assert.Equal("http://host/ kept silent in the call of 'list' for 10 s. 2 items had come.", exception.Message);
    }

    [Fact]
    public async Task StreamAsync_TokenOfTheEnumeration_EndsTheExchange()
    {
        var body = new FedBody().Feed(Head).Feed(Item(1));
        using var client = Client(body);
        using var cancel = new CancellationTokenSource();
        await using var items = client.StreamAsync<int>("list").GetAsyncEnumerator(cancel.Token);
        Assert.True(await items.MoveNextAsync());

        var next = items.MoveNextAsync().AsTask();
        await cancel.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(cancel.Token, exception.CancellationToken);
        await body.Disposed;
    }

    [Fact]
    public async Task StreamAsync_EnumerationLeftEarly_EndsTheExchange()
    {
        var body = new FedBody().Feed(Head).Feed(Item(1));
        using var client = Client(body);
        await foreach (var item in client.StreamAsync<int>("list", Token))
        {
            Assert.Equal(1, item);
            break;
        }

        await body.Disposed;
    }

    [Fact]
    public async Task StreamAsync_ClientDisposedAmongItems_SaysSo()
    {
        var body = new FedBody().Feed(Head).Feed(Item(1));
        var client = Client(body);
        await using var items = client.StreamAsync<int>("list", Token).GetAsyncEnumerator(Token);
        Assert.True(await items.MoveNextAsync());
        var next = items.MoveNextAsync().AsTask();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => next);
    }

    [Fact]
    public async Task StreamAsync_FirstAddressUnreachable_GoesToTheNext()
    {
        await using var server = new StubServer(StubReply.Ok(Head + Item(1) + Tail));
        using var client = new XmlRpcClient(ClosedPort.Url(), new XmlRpcClientOptions { FallbackEndpoints = { new Uri(server.Url) } });

        Assert.Equal([1], await client.StreamAsync<int>("list", Token).ToListAsync(Token));
    }

    [Fact]
    public async Task StreamAsync_Redirect_IsFollowed()
    {
        await using var server = new StubServer(
            static request => request.Line.Contains("/RPC2", StringComparison.Ordinal) ? StubReply.Redirect(308, "/other") : StubReply.Ok(Head + Item(1) + Tail));
        using var client = new XmlRpcClient(server.Url);

        Assert.Equal([1], await client.StreamAsync<int>("list", Token).ToListAsync(Token));
    }

    private static string Item(int number) => string.Create(CultureInfo.InvariantCulture, $"<value><int>{number}</int></value>");

    private static XmlRpcClient Client(FedBody body, XmlRpcClientOptions? options = null) =>
        new(new HttpClient(new FakeHandler((_, _) => Task.FromResult(body.ToResponse()))), new Uri("http://host/"), options);
}
