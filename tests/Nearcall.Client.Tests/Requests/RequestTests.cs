using System.IO.Compression;
using System.Text;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>What a call looks like to a server.</summary>
public sealed class RequestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "R01")]
    public async Task R01_Call_IsOnePostWithXmlInIt(bool async)
    {
        var request = await SendAsync(async, new XmlRpcClientOptions());

        Assert.Equal("POST /RPC2 HTTP/1.1", request.Line);
        Assert.StartsWith("""<?xml version="1.0" encoding="utf-8"?><methodCall>""", request.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("/", "/")]
    [InlineData("/a/b%20c?d=e", "/a/b%20c?d=e")]
    [Trait("Rule", "R02")]
    public async Task R02_Path_IsSentAsGiven(string path, string expected)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient($"http://127.0.0.1:{server.Port}{path}");
        await client.CallAsync<int>("m", Token);

        Assert.Equal($"POST {expected} HTTP/1.1", server.Request.Line);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "R03")]
    public async Task R03_Call_NamesProgramAndHost(bool async)
    {
        var request = await SendAsync(async, new XmlRpcClientOptions());

        Assert.Matches(@"^Nearcall/\d+\.\d+\.\d+$", request.Header("User-Agent"));
        Assert.Matches(@"^127\.0\.0\.1:\d+$", request.Header("Host"));
    }

    [Fact]
    [Trait("Rule", "R03")]
    public async Task R03_HttpClientWithAUserAgent_KeepsIt()
    {
        string? sent = null;
        using var http = new HttpClient(new FakeHandler((request, _) =>
        {
            sent = request.Headers.UserAgent.ToString();
            return Task.FromResult(FakeHandler.Ok(Answers.Five));
        }));
        http.DefaultRequestHeaders.Add("User-Agent", "Theirs/2");
        using var client = new XmlRpcClient(http, new Uri("http://host/"));

        await client.CallAsync<int>("m", Token);

        Assert.Equal("Theirs/2", sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "R04")]
    public async Task R04_Call_IsTextXml(bool async)
    {
        var request = await SendAsync(async, new XmlRpcClientOptions());

        Assert.Equal("text/xml", request.Header("Content-Type"));
        Assert.Equal("gzip, deflate, br", request.Header("Accept-Encoding"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "R05")]
    public async Task R05_Call_StatesItsLengthRightly(bool async)
    {
        var request = await SendAsync(async, new XmlRpcClientOptions());

        Assert.Equal(FormattableString.Invariant($"{request.Body.Length}"), request.Header("Content-Length"));
        Assert.Null(request.Header("Transfer-Encoding"));
        Assert.EndsWith("</methodCall>", request.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "R78")]
    public async Task R78_SendChunked_LeavesTheLengthOut(bool async)
    {
        var request = await SendAsync(async, new XmlRpcClientOptions { SendChunked = true });

        Assert.Null(request.Header("Content-Length"));
        Assert.Equal("chunked", request.Header("Transfer-Encoding"));
        Assert.EndsWith("</methodCall>", request.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RequestCompression_Gzip_IsReadBackEqual(bool async)
    {
        var request = await SendAsync(async, new XmlRpcClientOptions { RequestCompression = XmlRpcRequestCompression.Gzip });

        Assert.Equal("gzip", request.Header("Content-Encoding"));
        Assert.Equal(FormattableString.Invariant($"{request.Body.Length}"), request.Header("Content-Length"));
        await using var gzip = new GZipStream(new MemoryStream(request.Body), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        Assert.EndsWith("</methodCall>", await reader.ReadToEndAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_ReadTwiceByAHandler_IsTheSameBothTimes()
    {
        using var http = new HttpClient(new FakeHandler(async (request, token) =>
        {
            var first = new MemoryStream();
            await request.Content!.CopyToAsync(first, token);
            var second = await request.Content.ReadAsByteArrayAsync(token);
            Assert.Equal(second, first.ToArray());
            return FakeHandler.Ok(Answers.Five);
        }));
        using var client = new XmlRpcClient(http, new Uri("http://host/"));

        Assert.Equal(5, await client.CallAsync<int>("m", Token, new string('x', 100_000)));
    }

    [Fact]
    public async Task Content_StillBeingSentWhenTheAnswerCame_KeepsItsOctets()
    {
        // As over HTTP/2, where an answer may come before the request has gone out.
        var slow = new GatedStream();
        Task sending = Task.CompletedTask;
        using var http = new HttpClient(new FakeHandler((request, _) =>
        {
            sending = request.Content!.CopyToAsync(slow, CancellationToken.None);
            return Task.FromResult(FakeHandler.Ok(Answers.Five));
        }));
        using var client = new XmlRpcClient(http, new Uri("http://host/"));
        await client.CallAsync<int>("m", Token, new string('x', 10_000));

        // Whoever rents next must not get the array of the call that still goes out.
        for (var i = 0; i < 8; i++)
        {
            using var other = new XmlRpcClient(new HttpClient(new FakeHandler(Answers.Five)), new Uri("http://host/"));
            await other.CallAsync<int>("m", Token, new string('y', 10_000));
        }

        slow.Open();
        await sending;

        Assert.Contains("xxx", slow.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("yyy", slow.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_KeptByAHandlerAfterTheCall_IsGone()
    {
        HttpContent? kept = null;
        using var http = new HttpClient(new FakeHandler((request, _) =>
        {
            kept = request.Content;
            return Task.FromResult(FakeHandler.Ok(Answers.Five));
        }));
        using var client = new XmlRpcClient(http, new Uri("http://host/"));
        await client.CallAsync<int>("m", Token);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => kept!.CopyToAsync(new MemoryStream(), Token));
    }

    private static async Task<StubRequest> SendAsync(bool async, XmlRpcClientOptions options)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(server.Url, options);
        Assert.Equal(5, async ? await client.CallAsync<int>("m", Token, "grün") : client.Call<int>("m", "grün"));
        return server.Request;
    }
}
