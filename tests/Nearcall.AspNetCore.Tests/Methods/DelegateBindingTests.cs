namespace Nearcall.AspNetCore.Tests.Methods;

/// <summary>Spellings of delegates that could bind to more than one form.</summary>
public sealed class DelegateBindingTests
{
    private int _calls;

    [Fact]
    public async Task Add_Spellings_OfResults_GiveTheResult()
    {
        await AssertGivesFive(methods => methods.Add("m", () => 5));
        await AssertGivesFive(methods => methods.Add("m", int () => 5));
        await AssertGivesFive(methods => methods.Add("m", static () => { return 5; }));
        await AssertGivesFive(methods => methods.Add("m", () => Count()));
        await AssertGivesFive(methods => methods.Add("m", Count));
        await AssertGivesFive(methods => methods.Add("m", new Func<int>(Count)));
        await AssertGivesFive(methods => methods.Add("m", (Func<int>)Count));
        await AssertGivesFive(methods => methods.Add("m", () => Task.FromResult(5)));
        await AssertGivesFive(methods => methods.Add("m", CountAsync));
        await AssertGivesFive(methods => methods.Add("m", (Func<Task<int>>)CountAsync));
        await AssertGivesFive(methods => methods.Add("m", async () => await CountAsync()));
        await AssertGivesFive(methods => methods.Add("m", async Task<int> () => await CountAsync()));
        await AssertGivesFive(methods => methods.Add("m", async ValueTask<int> () => await CountAsync()));
        await AssertGivesFive(methods => methods.Add("m", () => new ValueTask<int>(5)));
        await AssertGivesFive(methods => methods.Add("m", CountLater));
        await AssertGivesFive(methods => methods.Add("m", async (CancellationToken _) => await CountAsync()));
        await AssertGivesFive(methods => methods.Add("m", Double), 2);
        await AssertGivesFive(methods => methods.Add("m", DoubleAsync), 2);
    }

    [Fact]
    public async Task Add_Spellings_WithoutResult_GiveTrueAndRunToTheirEnd()
    {
        await AssertRuns(methods => methods.Add("m", () => Run()));
        await AssertRuns(methods => methods.Add("m", () => { Run(); }));
        await AssertRuns(methods => methods.Add("m", Run));
        await AssertRuns(methods => methods.Add("m", RunAsync));
        await AssertRuns(methods => methods.Add("m", () => RunAsync()));
        await AssertRuns(methods => methods.Add("m", async () => await RunAsync()));
        await AssertRuns(methods => methods.Add("m", async () => { await RunAsync(); }));
        await AssertRuns(methods => methods.Add("m", async ValueTask () => await RunAsync()));
        await AssertRuns(methods => methods.Add("m", () => new ValueTask(RunAsync())));
        await AssertRuns(methods => methods.Add("m", RunWith), 1);
        await AssertRuns(methods => methods.Add("m", RunWithAsync), 1);
    }

    [Fact]
    public async Task Add_ThrowingLambda_IsAFault()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("m", int () => throw new XmlRpcFaultException(7, "no")));

        Assert.Equal(7, (await host.CallAsync("m")).Fault?.Code);
    }

    [Fact]
    public async Task Add_WithoutResult_GivesNilWhereTheDialectWritesIt()
    {
        await using var host = await TestServerHost.StartAsync(
            methods => methods.Add("m", Run),
            options => options.Dialect = XmlRpcDialect.Strict with { WriteNil = true });

        Assert.True((await host.CallAsync("m")).Value.IsNil);
    }

    private static async Task AssertGivesFive(Action<XmlRpcMethodsBuilder> methods, params XmlRpcValue[] arguments)
    {
        await using var host = await TestServerHost.StartAsync(methods);

        Assert.Equal(5, (await host.CallAsync("m", arguments)).Value.AsInt32());
    }

    private async Task AssertRuns(Action<XmlRpcMethodsBuilder> methods, params XmlRpcValue[] arguments)
    {
        var before = _calls;
        await using var host = await TestServerHost.StartAsync(methods);

        Assert.True((await host.CallAsync("m", arguments)).Value.AsBoolean());
        Assert.Equal(before + 1, _calls);
    }

    private static int Count() => 5;

    private static async Task<int> CountAsync()
    {
        await Task.Yield();
        return 5;
    }

    private static ValueTask<int> CountLater() => new(CountAsync());

    private static int Double(int number) => (number * 2) + 1;

    private static Task<int> DoubleAsync(int number) => Task.FromResult(Double(number));

    private void Run() => _calls++;

    private void RunWith(int number) => _calls += number;

    private async Task RunAsync()
    {
        await Task.Yield();
        _calls++;
    }

    private async Task RunWithAsync(int number)
    {
        await Task.Yield();
        _calls += number;
    }
}
