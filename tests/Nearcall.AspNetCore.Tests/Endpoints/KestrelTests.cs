using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Nearcall.AspNetCore.Tests.Endpoints;

/// <summary>What only a real server and a rude peer show.</summary>
public sealed class KestrelTests
{
    private const string HeadStart = "POST /RPC2 HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\n";
    private const string Answer = """<?xml version="1.0" encoding="utf-8"?><methodResponse><params><param>"""
        + "<value><string>hello</string></value></param></params></methodResponse>";

    private static readonly string Call = Message.Text("echo", "hello");

    [Fact]
    [Trait("Rule", "R05")]
    public async Task R05_Answer_OverHttp11_HasContentLengthAndIsNotChunked()
    {
        await using var host = await StartAsync();
        using var connection = await host.ConnectAsync();

        await connection.SendAsync(Post(Call));
        var (head, body) = await connection.ReadAnswerAsync();

        Assert.StartsWith("HTTP/1.1 200 OK", head, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: text/xml\r\n", head + "\r\n", StringComparison.Ordinal);
        Assert.DoesNotContain("Transfer-Encoding", head, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Answer, body);
    }

    [Fact]
    [Trait("Rule", "R05")]
    public async Task R05_Request_Chunked_IsRead()
    {
        await using var host = await StartAsync();
        using var connection = await host.ConnectAsync();
        var chunks = Call.Chunk(7).Select(chunk => $"{chunk.Length:x}\r\n{new string(chunk)}\r\n");

        await connection.SendAsync(HeadStart + "Transfer-Encoding: chunked\r\n\r\n");
        foreach (var chunk in chunks)
        {
            await connection.SendAsync(chunk);
        }

        await connection.SendAsync("0\r\n\r\n");

        Assert.Equal(Answer, (await connection.ReadAnswerAsync()).Body);
    }

    [Fact]
    public async Task Request_KeepsTheConnection_AndOverHttp10EndsIt()
    {
        await using var host = await StartAsync();
        using var connection = await host.ConnectAsync();

        await connection.SendAsync(Post(Call) + Post(Call));
        Assert.Equal(Answer, (await connection.ReadAnswerAsync()).Body);
        Assert.Equal(Answer, (await connection.ReadAnswerAsync()).Body);
        await connection.SendAsync(Post(Call).Replace("HTTP/1.1", "HTTP/1.0", StringComparison.Ordinal));

        Assert.EndsWith(Answer, await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R03")]
    public async Task R03_Request_WithoutUserAgent_IsServed()
    {
        await using var host = await StartAsync();
        using var connection = await host.ConnectAsync();

        await connection.SendAsync(Post(Call));

        Assert.StartsWith("HTTP/1.1 200 OK", (await connection.ReadAnswerAsync()).Head, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R01")]
    public async Task R01_Get_IsNotAllowedAndSaysWhatIs()
    {
        await using var host = await StartAsync();
        using var connection = await host.ConnectAsync();

        await connection.SendAsync("GET /RPC2 HTTP/1.1\r\nHost: x\r\n\r\n");
        var (head, _) = await connection.ReadAnswerAsync();

        Assert.StartsWith("HTTP/1.1 405 ", head, StringComparison.Ordinal);
        Assert.Contains("\r\nAllow: POST", head, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R05")]
    [Trait("Threat", "S22")]
    public async Task R05_Body_ShorterThanStated_IsABadRequestAndNoEndlessWait()
    {
        await using var host = await StartAsync();
        using var connection = await host.ConnectAsync();

        await connection.SendAsync($"{HeadStart}Content-Length: {Call.Length + 10}\r\n\r\n{Call}");
        connection.EndSending();
        var answer = await connection.ReadToEndAsync();

        await host.Log.WaitForAsync("ConnectionStop");

        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal), answer);
        AssertNoErrors(host);
    }

    [Fact]
    [Trait("Threat", "S22")]
    public async Task Body_SentTooSlowly_IsGivenUp()
    {
        await using var host = await StartAsync(server: kestrel =>
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 10_000, gracePeriod: TimeSpan.FromSeconds(1.5)));
        using var connection = await host.ConnectAsync();

        await connection.SendAsync(HeadStart + "Content-Length: 1000\r\n\r\n<methodCall>");

        Assert.StartsWith("HTTP/1.1 408 ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
        AssertNoErrors(host);
    }

    [Fact]
    [Trait("Threat", "S22")]
    public async Task Body_ThatStalls_DoesNotHoldUpOthers()
    {
        await using var host = await StartAsync();
        using var slow = await host.ConnectAsync();
        using var quick = await host.ConnectAsync();
        await slow.SendAsync($"{HeadStart}Content-Length: {Call.Length}\r\n\r\n<methodCall>");

        await quick.SendAsync(Post(Call));
        Assert.Equal(Answer, (await quick.ReadAnswerAsync()).Body);
        await slow.SendAsync(Call["<methodCall>".Length..]);

        Assert.Equal(Answer, (await slow.ReadAnswerAsync()).Body);
    }

    [Fact]
    public async Task Caller_WhoResetsTheConnectionWhileSending_IsNoError()
    {
        await using var host = await StartAsync();
        using (var connection = await host.ConnectAsync())
        {
            await connection.SendAsync(HeadStart + "Content-Length: 1000\r\n\r\n<methodCall>");
            await host.Log.WaitForAsync("ExecutingEndpoint");
            connection.Reset();
        }

        await host.Log.WaitForAsync("ConnectionStop");

        AssertNoErrors(host);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Caller_WhoGoesWhileTheMethodRuns_CancelsItAndIsNoError(bool isReset)
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var host = await KestrelHost.StartAsync(methods => methods.Add("wait", async (CancellationToken cancellationToken) =>
        {
            started.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                cancelled.SetResult();
            }
        }));
        using var connection = await host.ConnectAsync();

        await connection.SendAsync(Post("<methodCall><methodName>wait</methodName></methodCall>"));
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        if (isReset)
        {
            connection.Reset();
        }
        else
        {
            connection.EndSending();
        }

        await cancelled.Task.WaitAsync(TestContext.Current.CancellationToken);
        await host.Log.WaitForAsync("ConnectionStop");

        AssertNoErrors(host);
    }

    [Fact]
    [Trait("Rule", "R05")]
    public async Task R05_Body_LargerThanStatedBytesOfOneSegment_IsGathered()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        var text = new string('x', 3_000_000);

        using var response = await client.PostAsync(
            new Uri("/RPC2", UriKind.Relative), Message.Of("echo", text), TestContext.Current.CancellationToken);

        Assert.Equal(text, (await Message.ReadAsync(response)).Value.AsString());
    }

    [Fact]
    public async Task Request_OverHttp2_IsServed()
    {
        await using var host = await StartAsync(
            server: kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        using var client = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/RPC2")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = Message.Of("echo", "hello"),
        };

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpVersion.Version20, response.Version);
        Assert.Equal("hello", (await Message.ReadAsync(response)).Value.AsString());
    }

    [Theory]
    [Trait("Threat", "S04")]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Body_Compressed_IsReadWhereTheApplicationDecompressesAndBoundedThen(string encoding)
    {
        await using var host = await KestrelHost.StartAsync(
            methods => methods.Add("length", (string text) => text.Length),
            options => options.Limits = new XmlRpcLimits { MaxBytes = 10_000, MaxDecompressedBytes = 1_000_000 },
            configure: builder => builder.Services.AddRequestDecompression(),
            pipeline: application => application.UseRequestDecompression());
        using var client = new HttpClient { BaseAddress = host.Address };

        using var small = await SendAsync(client, encoding, Message.Text("length", new string('x', 900_000)));
        using var bomb = await SendAsync(client, encoding, Message.Text("length", new string('x', 2_000_000)));

        Assert.Equal(900_000, (await Message.ReadAsync(small)).Value.AsInt32());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, bomb.StatusCode);
        AssertNoErrors(host);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Body_CompressedAndCorrupt_IsABadRequest(string encoding)
    {
        await using var host = await KestrelHost.StartAsync(
            methods => methods.Add("length", (string text) => text.Length),
            configure: builder => builder.Services.AddRequestDecompression(),
            pipeline: application => application.UseRequestDecompression());
        using var client = new HttpClient { BaseAddress = host.Address };
        var content = Message.Of(Encoding.UTF8.GetBytes("this was never compressed by anything"));
        content.Headers.ContentEncoding.Add(encoding);

        using var response = await client.PostAsync(new Uri("/RPC2", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        AssertNoErrors(host);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string encoding, string body)
    {
        using var compressed = new MemoryStream();
        await using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(body), TestContext.Current.CancellationToken);
        }

        var content = Message.Of(compressed.ToArray());
        content.Headers.ContentEncoding.Add(encoding);
        return await client.PostAsync(new Uri("/RPC2", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static string Post(string body) =>
        $"{HeadStart}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    private static Task<KestrelHost> StartAsync(Action<KestrelServerOptions>? server = null) =>
        KestrelHost.StartAsync(methods => methods.Add("echo", (string text) => text), server: server);

    private static void AssertNoErrors(KestrelHost host) =>
        Assert.DoesNotContain(host.Log.Records, record => record.Level >= LogLevel.Warning);
}
