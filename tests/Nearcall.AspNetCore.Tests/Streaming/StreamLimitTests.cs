using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Nearcall.AspNetCore.Tests.Streaming;

/// <summary>How long a body may be where methods have a say in it.</summary>
public sealed class StreamLimitTests
{
    private const int Default = 100_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_OfAStream_IsBoundByTheEndpointUnlessItsMethodSaysOtherwise(bool isChunked)
    {
        await using var host = await StartAsync(methods =>
        {
            methods.AddDigest("plain");
            methods.AddDigest("more").WithMaxBytes(1_000_000);
            methods.AddDigest("less").WithMaxBytes(10_000);
            methods.AddDigest("any").WithMaxBytes(null);
        });

        Assert.Equal((true, false), await TryAsync(host, "plain", Default, isChunked));
        Assert.Equal((true, false), await TryAsync(host, "more", 1_000_000, isChunked));
        Assert.Equal((true, false), await TryAsync(host, "less", 10_000, isChunked));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, "any", 40_000_000, isChunked));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_ThatIsGathered_IsBoundByItsMethodToo(bool isChunked)
    {
        await using var host = await StartAsync(methods =>
        {
            methods.Add("plain", (string _, byte[] octets) => octets.Length);
            methods.Add("more", (string _, byte[] octets) => octets.Length).WithMaxBytes(1_000_000);
            methods.Add("less", (string _, byte[] octets) => octets.Length).WithMaxBytes(10_000);
            methods.Add("tiny", (string _, byte[] octets) => octets.Length).WithMaxBytes(500);
        });

        Assert.Equal((true, false), await TryAsync(host, "plain", Default, isChunked));
        Assert.Equal((true, false), await TryAsync(host, "more", 1_000_000, isChunked));
        Assert.Equal((true, false), await TryAsync(host, "less", 10_000, isChunked));
        Assert.Equal((true, false), await TryAsync(host, "tiny", 500, isChunked));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Attributes_OfAContract_SayHowLongABodyMayBe(bool isChunked)
    {
        await using var host = await StartAsync(methods =>
        {
            methods.AddUpload("sized", static (_, octets, token) => Uploads.DigestAsync(octets, token), new RequestSizeLimitAttribute(1_000_000));
            methods.AddUpload("any", static (_, octets, token) => Uploads.DigestAsync(octets, token), new DisableRequestSizeLimitAttribute());
        });

        Assert.Equal((true, false), await TryAsync(host, "sized", 1_000_000, isChunked));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, "any", 35_000_000, isChunked));
    }

    [Fact]
    public async Task Body_OfAMethod_MayBeLongerThanTheServerAllows()
    {
        await using var host = await KestrelHost.StartAsync(
            methods => methods.AddDigest("more").WithMaxBytes(1_000_000),
            server: kestrel => kestrel.Limits.MaxRequestBodySize = 1000);

        Assert.Equal((true, false), await TryAsync(host, "more", 1_000_000, isChunked: true));
    }

    [Fact]
    public async Task Body_WithoutAServerThatCounts_IsBoundAllTheSame()
    {
        await using var host = await TestServerHost.StartAsync(
            methods =>
            {
                methods.AddDigest("plain");
                methods.AddDigest("more").WithMaxBytes(1_000_000);
            },
            options => options.Limits = options.Limits with { MaxBytes = Default });

        foreach (var (method, limit) in new[] { ("plain", Default), ("more", 1_000_000) })
        {
            using var within = await host.PostAsync(new StreamContent(new Trickle(Body(method, limit))) { Headers = { { "Content-Type", "text/xml" } } });
            using var beyond = await host.PostAsync(new StreamContent(new Trickle(Body(method, limit + 4))) { Headers = { { "Content-Type", "text/xml" } } });
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge), (within.StatusCode, beyond.StatusCode));
        }
    }

    [Fact]
    public async Task Body_ThatGoesOverTheLimit_EndsTheReadAndIsNoErrorOfTheServer()
    {
        Exception? thrown = null;
        var started = new TaskCompletionSource();
        await using var host = await StartAsync(methods => methods.AddUpload("upload", async (_, octets, token) =>
        {
            started.SetResult();
            try
            {
                return await Uploads.DigestAsync(octets, token);
            }
            catch (Exception exception)
            {
                thrown = exception;
                throw;
            }
        }));
        using var connection = await host.ConnectAsync();
        var body = System.Text.Encoding.UTF8.GetString(Body("upload", Default + 4));

        await connection.SendAsync($"{Uploads.Head}Transfer-Encoding: chunked\r\n\r\n{Uploads.Chunk(body[..50_000])}");
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await connection.SendAsync($"{Uploads.Chunk(body[50_000..])}0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413 ", (await connection.ReadAnswerAsync()).Head, StringComparison.Ordinal);
        Assert.IsAssignableFrom<Microsoft.AspNetCore.Http.BadHttpRequestException>(thrown);
        Assert.DoesNotContain(host.Log.OfServer, record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Limit_OnTheWholeOfAStreamedMessage_IsAFault()
    {
        await using var host = await KestrelHost.StartAsync(
            methods => methods.AddDigest().WithMaxBytes(null),
            options => options.Limits = options.Limits with { MaxStreamedBytes = 200_000 });

        Assert.Equal(XmlRpcFaultCodes.LimitExceeded, (await host.CallAsync("digest", "x", Uploads.Random(300_000))).Fault?.Code);
    }

    [Fact]
    public async Task Arguments_BeforeTheStream_AreBoundByMaxBytes()
    {
        await using var host = await StartAsync(methods => methods.AddDigest().WithMaxBytes(null));

        Assert.Equal(XmlRpcFaultCodes.LimitExceeded, (await host.CallAsync("digest", new string('x', 200_000), new byte[3])).Fault?.Code);
        Assert.Null((await host.CallAsync("digest", new string('x', 50_000), Uploads.Random(200_000))).Fault);
    }

    [Fact]
    public async Task Expectation_OfARequestThatIsTooLarge_IsNotMet()
    {
        await using var host = await StartAsync(methods => methods.AddDigest().WithMaxBytes(1_000_000));
        using var connection = await host.ConnectAsync();

        await connection.SendAsync($"{Uploads.Head}Expect: 100-continue\r\nContent-Length: 1000001\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413 ", (await connection.ReadAnswerAsync()).Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expectation_IsMetWhenTheBodyIsRead()
    {
        await using var host = await StartAsync(methods => methods.AddDigest());
        using var client = new HttpClient { DefaultRequestHeaders = { ExpectContinue = true } };

        using var response = await host.PostAsync(client, Message.Of("digest", "x", Uploads.Random(60_000)));

        Assert.Equal($"x {Uploads.Digest(Uploads.Random(60_000))}", (await StreamedMethods.ReadAsync(response)).Value.AsString());
    }

    [Fact]
    public async Task Decompression_OfTheApplication_Works()
    {
        await using var host = await KestrelHost.StartAsync(
            methods => methods.AddDigest().WithMaxBytes(1_000_000),
            configure: builder => builder.Services.AddRequestDecompression(),
            pipeline: application => application.UseRequestDecompression());
        using var client = new HttpClient();

        foreach (var (length, status) in new[] { (500_000, HttpStatusCode.OK), (800_000, HttpStatusCode.RequestEntityTooLarge) })
        {
            using var compressed = new MemoryStream();
            await using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            {
                await Message.Of("digest", "x", Uploads.Random(length)).CopyToAsync(gzip, TestContext.Current.CancellationToken);
            }

            var content = Message.Of(compressed.ToArray());
            content.Headers.ContentEncoding.Add("gzip");
            using var response = await host.PostAsync(client, content);
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task WithMaxBytes_OfNothing_IsRefused(long bytes) => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
        () => KestrelHost.StartAsync(methods => methods.AddDigest().WithMaxBytes(bytes)));

    [Fact]
    public async Task Metadata_SaidLast_Counts()
    {
        await using var host = await StartAsync(methods => methods
            .AddUpload("upload", static (_, octets, token) => Uploads.DigestAsync(octets, token), new SizeLimit(10))
            .WithMaxBytes(1_000_000));

        Assert.Equal((true, false), await TryAsync(host, "upload", 1_000_000, isChunked: true));
    }

    /// <summary>Posts a body within a limit, and one beyond it. The server counts the frames of chunks too, so that those are given room.</summary>
    private static async Task<(bool Within, bool Beyond)> TryAsync(KestrelHost host, string method, int limit, bool isChunked)
    {
        var within = await PostAsync(host, method, isChunked ? limit * 9 / 10 : limit, isChunked);
        var beyond = await PostAsync(host, method, limit + 4, isChunked);
        Assert.All([within, beyond], status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.RequestEntityTooLarge));
        return (within == HttpStatusCode.OK, beyond == HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> PostAsync(KestrelHost host, string method, int length, bool isChunked)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, "/RPC2")) { Content = Message.Of(Body(method, length)) };
        request.Headers.TransferEncodingChunked = isChunked;
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>Makes a call of exactly so many octets, give or take what base64 cannot.</summary>
    private static byte[] Body(string method, int length)
    {
        var frame = Uploads.Call(method, "", []).Length;
        var octets = (length - frame) / 4 * 3;
        var label = new string('x', (length - frame) % 4);
        var body = System.Text.Encoding.UTF8.GetBytes(Uploads.Call(method, label, new byte[octets]));
        Assert.Equal(length, body.Length);
        return body;
    }

    private static Task<KestrelHost> StartAsync(Action<XmlRpcMethodsBuilder> methods) =>
        KestrelHost.StartAsync(methods, options => options.Limits = options.Limits with { MaxBytes = Default });

    private sealed record SizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;

    /// <summary>A stream that does not know its length, and comes in parts.</summary>
    private sealed class Trickle(byte[] octets) : MemoryStream(octets)
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 4096)], cancellationToken);
    }
}
