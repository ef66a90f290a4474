using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Nearcall.AspNetCore.Tests.Options;

public sealed class XmlRpcServerOptionsTests
{
    [Fact]
    public void Options_ByDefault_AreSafe()
    {
        var options = new XmlRpcServerOptions();

        Assert.Same(XmlRpcDialect.Strict, options.Dialect);
        Assert.Same(XmlRpcLimits.Default, options.Limits);
        Assert.False(options.IncludeExceptionDetails);
        Assert.False(options.AllowReservedFaultCodes);
        Assert.False(options.AllowSystemMethodNames);
        Assert.True(options.Introspection);
        Assert.True(options.Multicall);
    }

    [Fact]
    public async Task Options_NotValid_FailAtStart()
    {
        await AssertFails("Dialect is null", options => options.Dialect = null!);
        await AssertFails("Limits is null", options => options.Limits = null!);
        await AssertFails("WriteExtensions", options => options.Dialect = XmlRpcDialect.Strict with { WriteNilAndI8AsExtensions = true });
    }

    [Fact]
    public async Task Options_OfAnEndpoint_BeginAsThoseOfTheApplicationAndStayItsOwn()
    {
        XmlRpcServerOptions? first = null;
        XmlRpcServerOptions? second = null;
        await using var host = await TestServerHost.StartApplicationAsync(
            application =>
            {
                application.MapXmlRpc("/a", methods =>
                {
                    first = methods.Options;
                    methods.Options.Multicall = true;
                });
                application.MapXmlRpc("/b", methods => second = methods.Options);
            },
            builder => builder.Services.AddXmlRpc(options =>
            {
                options.Dialect = XmlRpcDialect.Tolerant;
                options.Limits = new XmlRpcLimits { MaxDepth = 3 };
                options.IncludeExceptionDetails = true;
                options.AllowReservedFaultCodes = true;
                options.AllowSystemMethodNames = true;
                options.Introspection = false;
                options.Multicall = false;
            }));

        Assert.True(first!.Multicall);
        Assert.Same(XmlRpcDialect.Tolerant, second!.Dialect);
        Assert.Equal(3, second.Limits.MaxDepth);
        Assert.True(second.IncludeExceptionDetails);
        Assert.True(second.AllowReservedFaultCodes);
        Assert.True(second.AllowSystemMethodNames);
        Assert.False(second.Introspection);
        Assert.False(second.Multicall);
    }

    [Fact]
    public async Task AddXmlRpc_Twice_ChangesTheOptionsFurther()
    {
        await using var host = await TestServerHost.StartApplicationAsync(
            application => application.MapXmlRpc("/RPC2", methods => methods.Add("one", () => 1)),
            builder =>
            {
                builder.Services.AddXmlRpc(options => options.Multicall = false);
                builder.Services.AddXmlRpc(options => options.Introspection = false);
            });

        Assert.Equal(1, (await host.CallAsync("one")).Value.AsInt32());
        Assert.Equal(XmlRpcFaultCodes.MethodNotFound, (await host.CallAsync("system.multicall", XmlRpcArray.Empty)).Fault?.Code);
        Assert.Equal(XmlRpcFaultCodes.MethodNotFound, (await host.CallAsync("system.listMethods")).Fault?.Code);
    }

    private static async Task AssertFails(string expected, Action<XmlRpcServerOptions> options)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => TestServerHost.StartApplicationAsync(_ => { }, builder => builder.Services.AddXmlRpc(options)));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
