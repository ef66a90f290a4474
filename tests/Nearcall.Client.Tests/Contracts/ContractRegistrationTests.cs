using Microsoft.Extensions.DependencyInjection;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests.Contracts;

public sealed class ContractRegistrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddXmlRpcClient_OfAContract_IsASingletonThatCalls()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        var services = new ServiceCollection();
        services.AddXmlRpcClient<ICalculator>(options => options.Endpoint = new Uri(server.Url));
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });

        var calculator = provider.GetRequiredService<ICalculator>();

        Assert.Same(calculator, provider.GetRequiredService<ICalculator>());
        Assert.Equal(5, await calculator.AddAsync(2, 3, Token));
        Assert.Equal(5, calculator.Add(2, 3));
    }

    [Fact]
    public async Task AddXmlRpcClient_NamedAndKeyed_AreTheirOwn()
    {
        var services = new ServiceCollection();
        var called = new List<string>();
        var handler = new FakeHandler((request, _) =>
        {
            called.Add(request.RequestUri!.Host);
            return Task.FromResult(FakeHandler.Ok(Answers.Five));
        });
        Add(services.AddXmlRpcClient<ICalculator>(options => options.Endpoint = new Uri("http://unnamed/")));
        Add(services.AddXmlRpcClient<ICalculator>("one", options => options.Endpoint = new Uri("http://one/")));
        Add(services.AddKeyedXmlRpcClient<ICalculator>(DayOfWeek.Monday, options => options.Endpoint = new Uri("http://monday/")));
        Add(services.AddXmlRpcClient("one", options => options.Endpoint = new Uri("http://untyped/")));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ICalculator>().AddAsync(1, 2, Token);
        await provider.GetRequiredKeyedService<ICalculator>("one").AddAsync(1, 2, Token);
        await provider.GetRequiredKeyedService<ICalculator>(DayOfWeek.Monday).AddAsync(1, 2, Token);
        await provider.GetRequiredKeyedService<XmlRpcClient>("one").CallAsync("m", Token);

        Assert.Equal(["unnamed", "one", "monday", "untyped"], called);

        void Add(IHttpClientBuilder builder) => builder.ConfigurePrimaryHttpMessageHandler(() => handler);
    }

    [Fact]
    public async Task Provider_Disposed_EndsTheCallsOfAContract()
    {
        var services = new ServiceCollection();
        services.AddXmlRpcClient<ICalculator>(options => options.Endpoint = new Uri("http://host/"));
        var provider = services.BuildServiceProvider();
        var calculator = provider.GetRequiredService<ICalculator>();

        await provider.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => calculator.AddAsync(1, 2, Token));
    }

    [Fact]
    public void AddXmlRpcClient_Null_IsRefused()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentNullException>(() => services.AddXmlRpcClient<ICalculator>(null!));
        Assert.Throws<ArgumentNullException>(() => ((IServiceCollection)null!).AddXmlRpcClient<ICalculator>(_ => { }));
        Assert.Throws<ArgumentException>(() => services.AddXmlRpcClient<ICalculator>("", _ => { }));
        Assert.Throws<ArgumentNullException>(() => services.AddKeyedXmlRpcClient<ICalculator>(null!, _ => { }));
    }
}
