using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Nearcall.AspNetCore.Tests.Endpoints;

public sealed class BodyLimitTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_OverMaxBytes_IsTooLarge(bool isChunked)
    {
        await using var host = await KestrelHost.StartAsync(AddLength, options => options.Limits = new XmlRpcLimits { MaxBytes = 1000 });

        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, 500, isChunked));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(host, 1500, isChunked));
    }

    [Fact]
    public async Task Body_OverMaxBytes_IsTooLargeWithoutAServerThatCounts()
    {
        await using var host = await TestServerHost.StartAsync(AddLength, options => options.Limits = new XmlRpcLimits { MaxBytes = 1000 });
        using var unknownLength = new StreamContent(new MemoryStream(new byte[2000]));
        unknownLength.Headers.TryAddWithoutValidation("Content-Type", "text/xml");

        using var stated = await host.PostAsync(Message.Of("length", new string('x', 1500)));
        using var unstated = await host.PostAsync(unknownLength);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, stated.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, unstated.StatusCode);
    }

    [Fact]
    public async Task Body_OverTheServersDefault_IsReadUpToMaxBytes()
    {
        await using var host = await KestrelHost.StartAsync(AddLength);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, 31_000_000, isChunked: false));
    }

    [Fact]
    public async Task Body_OverWhatSomebodySetOnTheServer_IsTooLarge()
    {
        await using var host = await KestrelHost.StartAsync(AddLength, server: kestrel => kestrel.Limits.MaxRequestBodySize = 1000);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, 500, isChunked: false));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(host, 1500, isChunked: false));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(host, 1500, isChunked: true));
    }

    [Theory]
    [InlineData(1000, 5000)]
    [InlineData(5000, 1000)]
    public async Task Body_WithSizeLimitMetadata_IsBoundByTheSmallerLimit(long metadata, long limit)
    {
        await using var host = await TestKestrelWithMetadataAsync(metadata, limit);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, 500, isChunked: false, "/sized"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(host, 1500, isChunked: false, "/sized"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(host, 1500, isChunked: true, "/sized"));
    }

    [Fact]
    public async Task Body_WithSizeLimitMetadata_IsBoundWithoutAServerThatCounts()
    {
        await using var host = await TestServerHost.StartApplicationAsync(
            application => application.MapXmlRpc("/RPC2", AddLength).WithMetadata(new SizeLimit(1000)),
            builder => builder.Services.AddXmlRpc());

        using var response = await host.PostAsync(Message.Of("length", new string('x', 1500)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private static Task<KestrelHost> TestKestrelWithMetadataAsync(long metadata, long limit) => KestrelHost.StartAsync(
        AddLength,
        options => options.Limits = new XmlRpcLimits { MaxBytes = limit },
        pipeline: application => application.MapXmlRpc("/sized", AddLength).WithMetadata(new SizeLimit(metadata)));

    private static async Task<HttpStatusCode> PostAsync(KestrelHost host, int length, bool isChunked, string path = "/RPC2")
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Message.Of("length", new string('x', length)) };
        request.Headers.TransferEncodingChunked = isChunked;
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static void AddLength(XmlRpcMethodsBuilder methods) => methods.Add("length", (string text) => text.Length);

    private sealed record SizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
