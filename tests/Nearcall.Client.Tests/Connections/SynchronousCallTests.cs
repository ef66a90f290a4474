using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>
/// <see cref="DelegatingHandler"/> hands a synchronous request on by itself, so one that overrides <c>SendAsync</c> alone is
/// skipped. <c>Call</c> must refuse rather than let that happen.
/// </summary>
public sealed class SynchronousCallTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HttpClientSend_HandlerWithSendAsyncAlone_SkipsIt()
    {
        // What the framework does, and why the tests below are here.
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var http = new HttpClient(new AuthenticatingHandler { InnerHandler = new SocketsHttpHandler() });

        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url);
        using var response = http.Send(request, Token);

        Assert.Null(server.Request.Header("Authorization"));
    }

    [Fact]
    public async Task Call_BorrowedHttpClient_IsRefusedUnlessVouchedFor()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var http = new HttpClient(new AuthenticatingHandler { InnerHandler = new SocketsHttpHandler() });
        using var client = new XmlRpcClient(http, new Uri(server.Url));
        using var vouchedFor = new XmlRpcClient(http, new Uri(server.Url), new XmlRpcClientOptions { AllowSynchronousCalls = true });

        var exception = Assert.Throws<InvalidOperationException>(() => client.Call<int>("m"));
        Assert.Contains(nameof(XmlRpcClientOptions.AllowSynchronousCalls), exception.Message, StringComparison.Ordinal);
        var batch = client.Multicall();
        batch.Add("m");
        Assert.Throws<InvalidOperationException>(() => batch.Send());
        Assert.Empty(server.Requests);
        Assert.Equal(5, vouchedFor.Call<int>("m"));
        Assert.Equal(5, await client.CallAsync<int>("m", Token));
        Assert.Equal("Bearer theirs", server.Requests[^1].Header("Authorization"));
    }

    [Theory]
    [InlineData("none", true)]
    [InlineData("logging", true)]
    [InlineData("http client handler", true)]
    [InlineData("handler", false)]
    [InlineData("primary", false)]
    [InlineData("default", false)]
    [InlineData("filter", false)]
    [InlineData("vouched for", true)]
    public async Task Call_FactoryClient_IsAllowedWhereEveryHandlerIsKnown(string pipeline, bool isAllowed)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        var services = new ServiceCollection();
        var builder = services.AddXmlRpcClient(options =>
        {
            options.Endpoint = new Uri(server.Url);
            options.AllowSynchronousCalls = pipeline == "vouched for";
        });
        Configure(services, builder, pipeline);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<XmlRpcClient>();

        if (isAllowed)
        {
            Assert.Equal(5, client.Call<int>("m"));
            Assert.Equal(5, client.Call<int>("m"));
        }
        else
        {
            var exception = Assert.Throws<InvalidOperationException>(() => client.Call<int>("m"));
            Assert.Contains("Handler", exception.Message, StringComparison.Ordinal);
            Assert.Empty(server.Requests);
            Assert.Equal(5, await client.CallAsync<int>("m", Token));
        }
    }

    [Fact]
    public void Call_AnotherFactory_IsRefused()
    {
        var services = new ServiceCollection();
        services.AddXmlRpcClient(options => options.Endpoint = new Uri("http://host/"));
        services.AddSingleton<IHttpClientFactory, OtherFactory>();
        using var provider = services.BuildServiceProvider();

        Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<XmlRpcClient>().Call<int>("m"));
    }

    private static void Configure(ServiceCollection services, IHttpClientBuilder builder, string pipeline)
    {
        switch (pipeline)
        {
            case "logging":
                services.AddLogging();
                break;
            case "http client handler":
                builder.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler());
                break;
            case "handler" or "vouched for":
                builder.AddHttpMessageHandler(() => new AuthenticatingHandler());
                break;
            case "primary":
                builder.ConfigurePrimaryHttpMessageHandler(() => new AuthenticatingHandler { InnerHandler = new SocketsHttpHandler() });
                break;
            case "default":
                services.ConfigureHttpClientDefaults(defaults => defaults.AddHttpMessageHandler(() => new AuthenticatingHandler()));
                break;
            case "filter":
                services.AddSingleton<IHttpMessageHandlerBuilderFilter, AddingFilter>();
                break;
        }
    }

    private sealed class AuthenticatingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "theirs");
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class AddingFilter : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.AdditionalHandlers.Add(new AuthenticatingHandler());
        };
    }

    private sealed class OtherFactory : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(new FakeHandler(Answers.Five));
    }
}
