using Microsoft.Extensions.DependencyInjection;
using Nearcall.AspNetCore.Tests.Contracts;

namespace Nearcall.AspNetCore.Tests.Filters;

/// <summary>Filters that a contract names.</summary>
public sealed class FilterAttributeTests
{
    private readonly Ledger _ledger = new();

    [Fact]
    public async Task Filters_OfAContract_RunBehindThoseOfTheMapping()
    {
        await using var host = await StartAsync(AddTraced);

        Assert.Equal(1, (await host.CallAsync("one")).Value.AsInt32());

        Assert.Equal(["endpoint", "service", "interface", "class", "method"], _ledger.Entries);
    }

    [Fact]
    public async Task Filters_OfOneForm_RunForThatFormAlone()
    {
        await using var host = await StartAsync(AddTraced);

        Assert.Equal(7, (await host.CallAsync("two", 7)).Value.AsInt32());
        Assert.Equal(3, (await host.CallAsync("two", "abc")).Value.AsInt32());

        Assert.Equal(
            ["endpoint", "service", "interface", "class", "endpoint", "service", "interface", "class", "method"], _ledger.Entries);
    }

    [Fact]
    public async Task Filters_OfAContract_RunForEachEntryOfAMulticall()
    {
        await using var host = await StartAsync(methods => methods.AddService<Traced>());

        await host.CallAsync("system.multicall", Multi.Call(("one", []), ("two", [1])));

        Assert.Equal(["interface", "class", "method", "interface", "class"], _ledger.Entries);
    }

    [Fact]
    public async Task Mapping_FilterThatNobodyRegistered_NamesTheFix()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => TestServerHost.StartAsync(methods => methods.AddService<Traced>()));

        Assert.Contains("builder.Services.AddScoped<InterfaceFilter>()", exception.Message, StringComparison.Ordinal);
    }

    private static void AddTraced(XmlRpcMethodsBuilder methods) =>
        methods.AddFilter<EndpointFilter>().AddService<Traced>().AddFilter<ServiceFilter>();

    private Task<TestServerHost> StartAsync(Action<XmlRpcMethodsBuilder> methods) => TestServerHost.StartAsync(
        methods,
        services: services => services
            .AddSingleton(_ledger)
            .AddScoped<EndpointFilter>()
            .AddScoped<ServiceFilter>()
            .AddScoped<InterfaceFilter>()
            .AddScoped<ClassFilter>()
            .AddScoped<MethodFilter>());
}
