namespace Nearcall.AspNetCore.Tests.Methods;

public sealed class CatchAllTests
{
    [Fact]
    public async Task CatchAll_TakesCallsOfUnknownNamesOnly()
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("known", () => "known");
            methods.AddCatchAll(context => $"{context.Method}: {context.ReadArguments()}");
        });

        Assert.Equal("known", (await host.CallAsync("known")).Value.AsString());
        Assert.Equal("any.name: [1, \"x\"]", (await host.CallAsync("any.name", 1, "x")).Value.AsString());
    }

    [Fact]
    public async Task CatchAll_InEachForm_IsAwaited()
    {
        await using var byTask = await TestServerHost.StartAsync(methods => methods.AddCatchAll(async context =>
        {
            await Task.Yield();
            return context.Method;
        }));
        await using var byValueTask = await TestServerHost.StartAsync(
            methods => methods.AddCatchAll(context => new ValueTask<XmlRpcValue>(context.Method)));

        Assert.Equal("a", (await byTask.CallAsync("a")).Value.AsString());
        Assert.Equal("a", (await byValueTask.CallAsync("a")).Value.AsString());
    }

    [Fact]
    public async Task CatchAll_MayAnswerThatThereIsNoSuchMethod()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.AddCatchAll(XmlRpcValue (context) =>
            throw new XmlRpcFaultException(XmlRpcFaultCodes.MethodNotFound, $"no {context.Method}")));

        var fault = (await host.CallAsync("a")).Fault;

        Assert.Equal(new XmlRpcFault(XmlRpcFaultCodes.MethodNotFound, "no a"), fault! with { Members = null });
    }

    [Fact]
    public async Task CatchAll_SeesAllOfALongName()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.AddCatchAll(context => context.Method.Length));

        Assert.Equal(5000, (await host.CallAsync(new string('a', 5000))).Value.AsInt32());
    }

    [Fact]
    public async Task CatchAll_WithinMulticall_SeesNameAndArguments()
    {
        await using var host = await TestServerHost.StartAsync(
            methods => methods.AddCatchAll(context => $"{context.Method}: {context.ReadArguments()}"));

        var result = await host.CallAsync("system.multicall", Multi.Call(("a", [1]), ("b", [])));

        Assert.Equal("[[\"a: [1]\"], [\"b: []\"]]", result.Value.ToString());
    }

    [Fact]
    public async Task CatchAll_MessageMalformedToItsEnd_DoesNotRun()
    {
        var calls = 0;
        await using var host = await TestServerHost.StartAsync(methods => methods.AddCatchAll(_ => ++calls));

        var result = await host.SendAsync(Message.Text("m", "a")[..^1]);

        Assert.Equal(XmlRpcFaultCodes.NotWellFormed, result.Fault?.Code);
        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task CatchAll_IsNotListed()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.AddCatchAll(_ => 1));

        Assert.DoesNotContain("*", (await host.CallAsync("system.listMethods")).Value.ToString(), StringComparison.Ordinal);
        Assert.Equal(XmlRpcFaultCodes.MethodNotFound, (await host.CallAsync("system.methodHelp", "*")).Fault?.Code);
    }

    [Fact]
    public async Task CatchAll_RefusesAnArgumentItself_SaysNothingOfHowManyItTakes()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.AddCatchAll(context =>
        {
            var arguments = context.OpenArguments();
            throw arguments.CreateException("An argument less, please.", "R55");
        }));

        var fault = (await host.CallAsync("any", 1)).Fault;

        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, fault?.Code);
        Assert.DoesNotContain("takes no arguments", fault?.Text, StringComparison.Ordinal);
    }
}
