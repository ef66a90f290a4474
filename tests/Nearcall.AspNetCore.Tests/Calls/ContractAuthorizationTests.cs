using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Nearcall.AspNetCore.Tests.Contracts;

namespace Nearcall.AspNetCore.Tests.Calls;

/// <summary>Attributes of a contract decide who may call: those of interface, class and both their methods together.</summary>
[Trait("Threat", "S16")]
public sealed class ContractAuthorizationTests
{
    [Theory]
    [InlineData(null, "vault.door", null)]
    [InlineData(null, "vault.look", XmlRpcFaultCodes.Unauthenticated)]
    [InlineData("ann", "vault.look", XmlRpcFaultCodes.Forbidden)]
    [InlineData("auditor", "vault.look", null)]
    [InlineData("auditor", "vault.open", XmlRpcFaultCodes.Forbidden)]
    [InlineData("keeper", "vault.open", null)]
    [InlineData("keeper", "vault.look", XmlRpcFaultCodes.Forbidden)]
    [InlineData(null, "vault.list", XmlRpcFaultCodes.Unauthenticated)]
    [InlineData("ann", "vault.list", null)]
    public async Task Call_OfAContract_AnswersByTheCaller(string? caller, string method, int? code)
    {
        await using var host = await StartAsync(methods => methods.AddService(new Vault()), caller);

        Assert.Equal(code, (await host.CallAsync(method)).Fault?.Code);
    }

    [Fact]
    public async Task Multicall_OfAContract_AuthorizesEachEntry()
    {
        await using var host = await StartAsync(methods => methods.AddService(new Vault()), "auditor");

        var results = (await host.CallAsync("system.multicall", Multi.Call(("vault.door", []), ("vault.look", []), ("vault.open", [])))).Value;

        Assert.Equal("shut", results[0][0].AsString());
        Assert.Equal("gold", results[1][0].AsString());
        Assert.Equal(XmlRpcFaultCodes.Forbidden, results[2]["faultCode"].AsInt32());
    }

    [Fact]
    public async Task Call_OfAnInterfaceContract_AsksForWhatTheInterfaceSays()
    {
        // The compiler refuses what is shown here: the attributes of the class are lost.
#pragma warning disable NEAR0015
        await using var host = await StartAsync(methods => methods.AddService<IVault>(new Vault()), caller: null);
#pragma warning restore NEAR0015

        Assert.True((await host.CallAsync("vault.door")).IsSuccess);
        Assert.Equal(XmlRpcFaultCodes.Unauthenticated, (await host.CallAsync("vault.look")).Fault?.Code);
    }

    [Theory]
    [InlineData(null, XmlRpcFaultCodes.Unauthenticated)]
    [InlineData("ann", null)]
    public async Task AddService_RequireAuthorization_HoldsForAllItsMethodsAndNoOthers(string? caller, int? code)
    {
        await using var host = await StartAsync(
            methods => methods.AddService(new Calculator()).RequireAuthorization().AddService(new Calculator(), "open"), caller);

        Assert.Equal(code, (await host.CallAsync("add", 1, 2)).Fault?.Code);
        Assert.True((await host.CallAsync("open.add", 1, 2)).IsSuccess);
    }

    [Fact]
    public async Task AddService_AllowAnonymous_TakesBackWhatTheContractAsksFor()
    {
        await using var host = await StartAsync(methods => methods.AddService(new Vault()).AllowAnonymous(), caller: null);

        Assert.Equal("gold", (await host.CallAsync("vault.look")).Value.AsString());
    }

    [Theory]
    [InlineData(null, XmlRpcFaultCodes.Unauthenticated)]
    [InlineData("ann", null)]
    public async Task Call_OfAMethodWithSeveralForms_NeedsWhatAnyOfThemAsksFor(string? caller, int? code)
    {
        await using var host = await StartAsync(methods => methods.AddService<Gate>(), caller);

        Assert.Equal(code, (await host.CallAsync("pass", 1)).Fault?.Code);
        Assert.Equal(code, (await host.CallAsync("pass", "ann")).Fault?.Code);
        Assert.Equal(code ?? XmlRpcFaultCodes.InvalidParameters, (await host.CallAsync("pass", true)).Fault?.Code);
    }

    [Fact]
    public async Task Mapping_OfAContractThatAsksForAuthorization_NeedsIt()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => TestServerHost.StartAsync(methods => methods.AddService(new Vault())));

        Assert.Contains("AddAuthorization()", exception.Message, StringComparison.Ordinal);
    }

    private static Task<TestServerHost> StartAsync(Action<XmlRpcMethodsBuilder> methods, string? caller) =>
        TestServerHost.StartApplicationAsync(
            application =>
            {
                application.Use(next => http =>
                {
                    if (caller is not null)
                    {
                        http.User = new ClaimsPrincipal(
                            new ClaimsIdentity([new Claim(ClaimTypes.Name, caller), new Claim(ClaimTypes.Role, caller)], "test"));
                    }

                    return next(http);
                });
                application.MapXmlRpc("/RPC2", methods);
            },
            builder =>
            {
                builder.Services.AddAuthentication();
                builder.Services.AddAuthorizationBuilder().AddPolicy("keepers", policy => policy.RequireRole("keeper"));
                builder.Services.AddXmlRpc();
            });
}
