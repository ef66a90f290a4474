using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Nearcall.AspNetCore.Tests.Contracts;

namespace Nearcall.AspNetCore.Tests.Methods;

/// <summary>Contracts at an endpoint: where their objects come from, and what is refused at start.</summary>
public sealed class ServiceTests
{
    [Fact]
    public async Task MapXmlRpc_Instance_ServesItsMethods()
    {
        await using var host = await StartAsync(application => application.MapXmlRpc("/RPC2", new HandWritten()));

        Assert.Equal(15, (await host.CallAsync("add", 10, 5)).Value.AsInt32());
    }

    [Fact]
    public async Task MapXmlRpc_Class_IsMadeForEachCall()
    {
        await using var host = await StartAsync(application => application.MapXmlRpc<HandWritten>("/RPC2"));

        Assert.Equal(15, (await host.CallAsync("add", 10, 5)).Value.AsInt32());
    }

    [Fact]
    public async Task MapXmlRpc_RegisteredInterface_ComesFromTheServices()
    {
        await using var host = await StartAsync(
            application => application.MapXmlRpc<IHandWritten>("/RPC2"),
            services => services.AddScoped<IHandWritten, HandWritten>());

        Assert.Equal(15, (await host.CallAsync("add", 10, 5)).Value.AsInt32());
    }

    [Fact]
    public async Task MapXmlRpc_InterfaceThatNobodyRegistered_NamesTheFix()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => StartAsync(application => application.MapXmlRpc<IHandWritten>("/RPC2")));

        Assert.Contains("builder.Services.AddScoped<IHandWritten, …>()", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MapXmlRpc<IHandWritten>(path, instance)", exception.Message, StringComparison.Ordinal);
    }

    private static Task<TestServerHost> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? services = null) =>
        TestServerHost.StartApplicationAsync(map, builder =>
        {
            services?.Invoke(builder.Services);
            builder.Services.AddXmlRpc();
        });
}
