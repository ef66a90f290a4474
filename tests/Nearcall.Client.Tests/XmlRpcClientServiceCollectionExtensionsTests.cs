using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

public sealed class XmlRpcClientServiceCollectionExtensionsTests
{
    private enum Site
    {
        North,
        South,
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddXmlRpcClient_Unnamed_IsASingletonThatCalls()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        var services = new ServiceCollection();
        services.AddXmlRpcClient(options => options.Endpoint = new Uri(server.Url));
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });

        var client = provider.GetRequiredService<XmlRpcClient>();

        Assert.Same(client, provider.GetRequiredService<XmlRpcClient>());
        Assert.Equal(5, await client.CallAsync<int>("m", Token));
        Assert.Equal(5, client.Call<int>("m"));
    }

    [Fact]
    public void AddXmlRpcClient_NamedAndKeyed_AreTheirOwn()
    {
        var services = new ServiceCollection();
        services.AddXmlRpcClient(options => options.Endpoint = new Uri("http://unnamed/"));
        services.AddXmlRpcClient("one", options => options.Endpoint = new Uri("http://one/"));
        services.AddKeyedXmlRpcClient("two", options => options.Endpoint = new Uri("http://two/"));
        services.AddKeyedXmlRpcClient(Site.North, options => options.Endpoint = new Uri("http://north/"));
        services.AddKeyedXmlRpcClient(Site.South, options => options.Endpoint = new Uri("http://south/"));
        using var provider = services.BuildServiceProvider();

        Assert.Equal("unnamed", provider.GetRequiredService<XmlRpcClient>().Endpoint.Host);
        Assert.Equal("one", provider.GetRequiredKeyedService<XmlRpcClient>("one").Endpoint.Host);
        Assert.Equal("two", provider.GetRequiredKeyedService<XmlRpcClient>("two").Endpoint.Host);
        Assert.Equal("north", provider.GetRequiredKeyedService<XmlRpcClient>(Site.North).Endpoint.Host);
        Assert.Equal("south", provider.GetRequiredKeyedService<XmlRpcClient>(Site.South).Endpoint.Host);
    }

    [Fact]
    public async Task AddXmlRpcClient_Builder_TakesHandlersAndTheirOrder()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        var services = new ServiceCollection();
        services
            .AddXmlRpcClient("calc", _ => { })
            .ConfigureHttpClient(http => http.BaseAddress = new Uri(server.Url))
            .AddHttpMessageHandler(() => new StampingHandler());
        await using var provider = services.BuildServiceProvider();

        Assert.Equal(5, await provider.GetRequiredKeyedService<XmlRpcClient>("calc").CallAsync<int>("m", Token));
        Assert.Equal("yes", server.Request.Header("X-Stamp"));
    }

    [Fact]
    public async Task AddXmlRpcClient_EachCall_AsksTheFactory()
    {
        // A singleton must not hold on to the handler of its first call.
        var factory = new CountingFactory();
        var services = new ServiceCollection();
        services.AddXmlRpcClient("calc", options => options.Endpoint = new Uri("http://host/"));
        services.AddSingleton<IHttpClientFactory>(factory);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<XmlRpcClient>("calc");
        factory.Names.Clear();

        await client.CallAsync<int>("m", Token);
        await client.CallAsync<int>("m", Token);

        Assert.Equal(["calc", "calc"], factory.Names);
    }

    [Fact]
    public async Task AddXmlRpcClient_TimeoutSetOnTheHttpClient_Counts()
    {
        await using var server = new StubServer(StubReply.Silence);
        var services = new ServiceCollection();
        services
            .AddXmlRpcClient(options => options.Endpoint = new Uri(server.Url))
            .ConfigureHttpClient(http => http.Timeout = TimeSpan.FromMilliseconds(200));
        await using var provider = services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => provider.GetRequiredService<XmlRpcClient>().CallAsync<int>("m", Token));
        Assert.EndsWith("within 0.2 s. The call may have been executed.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddXmlRpcClient_ClockOfTheContainer_IsUsed()
    {
        var clock = new ManualClock();
        var handler = new HangingHandler();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddXmlRpcClient(options => options.Endpoint = new Uri("http://host/")).ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();

        var call = provider.GetRequiredService<XmlRpcClient>().CallAsync<int>("m", Token);
        await handler.Arrived;
        clock.Advance(TimeSpan.FromSeconds(100));

        await Assert.ThrowsAsync<TimeoutException>(() => call);
    }

    [Fact]
    public void AddXmlRpcClient_OptionThatCannotBeUsed_IsFoundWhenTheProgramStarts()
    {
        var services = new ServiceCollection();
        services.AddXmlRpcClient(options => options.Headers["Content-Length"] = "5");
        using var provider = services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Throws<OptionsValidationException>(provider.GetRequiredService<XmlRpcClient>);
    }

    [Fact]
    public void AddXmlRpcClient_NoAddress_IsRefusedWhenTheClientIsMade()
    {
        var services = new ServiceCollection();
        services.AddXmlRpcClient(_ => { });
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<ArgumentException>(provider.GetRequiredService<XmlRpcClient>);
        Assert.Contains("XmlRpcClientOptions.Endpoint", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddXmlRpcClient_Null_IsRefused()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentNullException>(() => services.AddXmlRpcClient(null!));
        Assert.Throws<ArgumentNullException>(() => ((IServiceCollection)null!).AddXmlRpcClient(_ => { }));
        Assert.Throws<ArgumentException>(() => services.AddXmlRpcClient("", _ => { }));
        Assert.Throws<ArgumentNullException>(() => services.AddKeyedXmlRpcClient(null!, _ => { }));
    }

    [Fact]
    public async Task Logs_OfTheFactory_NeverShowSecrets()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        var log = new RecordingLogger();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddXmlRpcClient(options => options.Endpoint = new Uri($"http://ann:secret@127.0.0.1:{server.Port}/RPC2"));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<XmlRpcClient>().CallAsync<int>("m", Token);

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains("secret", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("YW5uOnNlY3JldA", StringComparison.Ordinal));
        Assert.Equal("Basic YW5uOnNlY3JldA==", server.Request.Header("Authorization"));
    }

    private sealed class CountingFactory : IHttpClientFactory
    {
        public List<string> Names { get; } = [];

        public HttpClient CreateClient(string name)
        {
            Names.Add(name);
            return new HttpClient(new FakeHandler(Answers.Five));
        }
    }

    private sealed class StampingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Stamp", "yes");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
