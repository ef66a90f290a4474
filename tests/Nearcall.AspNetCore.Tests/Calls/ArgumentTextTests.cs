using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Nearcall.AspNetCore.Tests.Contracts;

namespace Nearcall.AspNetCore.Tests.Calls;

/// <summary>What a caller is told of arguments that a method does not take: which parameter, what was expected, what came.</summary>
[Trait("Rule", "R55")]
public sealed class ArgumentTextTests
{
    [Fact]
    public async Task R55_Argument_OfAnotherKind_NamesTheParameter()
    {
        await using var host = await StartAsync();

        var fault = (await host.CallAsync("add", 10, "five")).Fault;

        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, fault?.Code);
        Assert.StartsWith(
            "An int was expected, but the value is a string. At params[1], the parameter 'b'. Byte ", fault?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R55_Arguments_TooFew_NamesTheMissingAndAllThatAreTaken()
    {
        await using var host = await StartAsync();

        var fault = (await host.CallAsync("add", 10)).Fault;

        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, fault?.Code);
        Assert.StartsWith(
            "The argument for the parameter 'b' is missing. The method takes 2 arguments (int a, int b), and 1 came.",
            fault?.Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add", 3, "takes 2 arguments (int a, int b), and 3 came.")]
    [InlineData("reset", 1, "takes no arguments, and 1 came.")]
    [InlineData("ranged", 4, "takes 1 to 3 arguments (int first, [int second], [int third]), and 4 came.")]
    [InlineData("ranged", 0, "takes 1 to 3 arguments (int first, [int second], [int third]), and 0 came.")]
    [InlineData("many", 0, "takes at least 1 argument (int first, [int rest …]), and 0 came.")]
    public async Task R55_Arguments_OfAnotherNumber_SaysHowManyAreTaken(string method, int count, string expected)
    {
        await using var host = await StartAsync();

        var fault = (await host.CallAsync(method, [.. Enumerable.Repeat((XmlRpcValue)1, count)])).Fault;

        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, fault?.Code);
        Assert.Contains(expected, fault?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R55_Argument_OfTheRest_NamesTheVariadicParameter()
    {
        await using var host = await StartAsync();

        var fault = (await host.CallAsync("many", 1, 2, 3, "four")).Fault;

        Assert.Contains("At params[3], the parameter 'rest'.", fault?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R55_Argument_OfAFilledInMethod_CountsThoseOnTheWireAlone()
    {
        await using var host = await StartAsync();

        var fault = (await host.CallAsync("filled", 1, "two")).Fault;

        Assert.Contains("At params[1], the parameter 'second'.", fault?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R55_Argument_OfAMulticallsEntry_NamesTheParameter()
    {
        await using var host = await StartAsync();

        var results = (await host.CallAsync(
            "system.multicall", Multi.Call(("add", [1, "two"]), ("add", [1]), ("add", [1, 2, 3]), ("ranged", [1]), ("ranged", [1, 2, 3, 4])))).Value;

        Assert.Contains("At params[1], the parameter 'b'.", results[0]["faultString"].AsString(), StringComparison.Ordinal);
        Assert.Contains("takes 2 arguments (int a, int b), and 1 came.", results[1]["faultString"].AsString(), StringComparison.Ordinal);
        Assert.Contains("takes 2 arguments (int a, int b), and 3 came.", results[2]["faultString"].AsString(), StringComparison.Ordinal);
        Assert.Equal(1 + 20 + 300, results[3][0].AsInt32());
        Assert.Contains("takes 1 to 3 arguments", results[4]["faultString"].AsString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R55_Argument_OfAChosenForm_NamesItsParameter()
    {
        await using var host = await StartAsync();

        var fault = (await host.SendAsync(Message.Text("either", "<i8>9999999999</i8>"))).Fault;

        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, fault?.Code);
        Assert.Contains("At params[0], the parameter 'number'.", fault?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Argument_Malformed_NamesTheParameterToo()
    {
        await using var host = await StartAsync();

        var fault = (await host.SendAsync(Message.Text("add", "<int>1</int>", "<int>two</int>"))).Fault;

        Assert.Equal(XmlRpcFaultCodes.InvalidMessage, fault?.Code);
        Assert.Contains("At params[1], the parameter 'b'.", fault?.Text, StringComparison.Ordinal);
    }

    private static Task<TestServerHost> StartAsync() => TestServerHost.StartApplicationAsync(
        application => application.MapXmlRpc("/RPC2", methods => methods.AddService(new Calculator()).AddService(new Shapes())),
        builder => builder.Services.AddXmlRpc());
}
