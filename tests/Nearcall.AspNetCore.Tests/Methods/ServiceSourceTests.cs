using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Nearcall.AspNetCore.Tests.Contracts;

namespace Nearcall.AspNetCore.Tests.Methods;

/// <summary>Where the object of a call comes from, and when it is disposed.</summary>
public sealed class ServiceSourceTests
{
    private readonly Ledger _ledger = new();

    [Fact]
    public async Task Call_OfAClass_IsMadeOnAnObjectOfItsOwn()
    {
        await using var host = await StartAsync(application => application.MapXmlRpc<Clerk>("/RPC2"));

        await host.CallAsync("note", "a");
        await host.CallAsync("note", "b");

        Assert.Equal(["made", "a", "disposed", "made", "b", "disposed"], _ledger.Entries);
    }

    [Fact]
    public async Task Call_OfAClassThatIsDisposedAtOnce_DisposesIt()
    {
        await using var host = await StartAsync(application => application.MapXmlRpc<OldClerk>("/RPC2"));

        await host.CallAsync("note", "a");

        Assert.Equal(["a", "disposed at once"], _ledger.Entries);
    }

    [Fact]
    public async Task Call_ThatFails_DisposesTheObject()
    {
        await using var host = await StartAsync(application => application.MapXmlRpc<Clerk>("/RPC2"));

        Assert.Equal(XmlRpcFaultCodes.ApplicationError, (await host.CallAsync("fail")).Fault?.Code);

        Assert.Equal(["made", "disposed"], _ledger.Entries);
    }

    [Theory]
    [InlineData("<int>1</int>", XmlRpcFaultCodes.InvalidParameters)]
    [InlineData("<b", XmlRpcFaultCodes.NotWellFormed)]
    public async Task Call_WithArgumentsThatAreWrong_DisposesTheObject(string value, int code)
    {
        await using var host = await StartAsync(application => application.MapXmlRpc<Clerk>("/RPC2"));

        Assert.Equal(code, (await host.SendAsync(Message.Text("note", value))).Fault?.Code);

        Assert.Equal(["made", "disposed"], _ledger.Entries);
    }

    [Fact]
    public async Task Call_OfARegisteredClass_SharesTheScopeOfItsRequest()
    {
        await using var host = await StartAsync(
            application => application.MapXmlRpc<Clerk>("/RPC2"), services => services.AddScoped<Clerk>());

        await host.CallAsync("system.multicall", Multi.Call(("note", ["a"]), ("note", ["b"])));
        await host.CallAsync("note", "c");

        Assert.Equal(["made", "a", "b", "disposed", "made", "c", "disposed"], _ledger.Entries);
    }

    [Fact]
    public async Task Call_OfARegisteredInterface_ComesFromTheServices()
    {
        await using var host = await StartAsync(
            application => application.MapXmlRpc<ICalculator>("/RPC2"), services => services.AddSingleton<ICalculator, PlainCalculator>());

        Assert.Equal(15, (await host.CallAsync("add", 10, 5)).Value.AsInt32());
    }

    [Fact]
    public async Task Call_ItsConstructorNeedsWhatNobodyRegistered_IsAFaultAndALog()
    {
        await using var host = await TestServerHost.StartApplicationAsync(
            application => application.MapXmlRpc<Clerk>("/RPC2"), builder => builder.Services.AddXmlRpc());

        var fault = (await host.CallAsync("note", "a")).Fault;

        Assert.Equal(XmlRpcFaultCodes.ApplicationError, fault?.Code);
        Assert.DoesNotContain(nameof(Ledger), fault?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_OfAClassWithoutParametersToDispose_NeverAsksForServices()
    {
        await using var host = await TestServerHost.StartApplicationAsync(
            application =>
            {
                application.Use(next => context =>
                {
                    context.RequestServices = new NoServices();
                    return next(context);
                });
                application.MapXmlRpc<Calculator>("/RPC2");
            },
            builder => builder.Services.AddXmlRpc());

        Assert.Equal(15, (await host.CallAsync("add", 10, 5)).Value.AsInt32());
        Assert.Equal(
            15, (await host.CallAsync("system.multicall", Multi.Call(("add", [10, 5])))).Value.AsArray()[0].AsArray()[0].AsInt32());
    }

    [Fact]
    public async Task Call_OfAnInstance_IsMadeOnItManyAtOnce()
    {
        var meeting = new Meeting(4);
        await using var host = await StartAsync(application => application.MapXmlRpc("/RPC2", meeting));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.CallAsync("meet")));

        Assert.All(answers, answer => Assert.Equal(4, answer.Value.AsInt32()));
    }

    private Task<TestServerHost> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? services = null) =>
        TestServerHost.StartApplicationAsync(map, builder =>
        {
            builder.Services.AddSingleton(_ledger);
            services?.Invoke(builder.Services);
            builder.Services.AddXmlRpc();
        });

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => throw new InvalidOperationException($"{serviceType} was asked for.");
    }
}
