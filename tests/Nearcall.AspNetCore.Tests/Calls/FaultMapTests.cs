using Microsoft.Extensions.Logging;
using Nearcall.AspNetCore.Tests.Contracts;

namespace Nearcall.AspNetCore.Tests.Calls;

/// <summary>Exceptions that stand for faults.</summary>
public sealed class FaultMapTests
{
    static FaultMapTests() => XmlRpcFaultMap.Register<ReservedException>(XmlRpcFaultCodes.MethodNotFound);

    [Fact]
    public async Task Exception_ThatStandsForAFault_IsThatFaultAndNoErrorInTheLog()
    {
        await using var host = await StartAsync(() => throw new NoMoneyException("Nothing left"));

        var fault = (await host.CallAsync("m")).Fault!;

        Assert.Equal((1001, "Nothing left"), (fault.Code, fault.Text));
        Assert.Contains(host.Log.OfServer, record => record.Event.Name == "MethodFaulted");
        Assert.DoesNotContain(host.Log.OfServer, record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Exception_ThatDerivesFromOne_IsTheSameFault()
    {
        await using var host = await StartAsync(() => throw new OverdrawnException("Too much"));

        Assert.Equal((1001, "Too much"), ((await host.CallAsync("m")).Fault!.Code, (await host.CallAsync("m")).Fault!.Text));
    }

    [Fact]
    public async Task Exception_WithinAMulticall_IsTheFaultOfItsEntry()
    {
        await using var host = await StartAsync(() => throw new NoMoneyException("Nothing left"));

        var results = (await host.CallAsync("system.multicall", Multi.Call(("m", []), ("n", [])))).Value;

        Assert.Equal(1001, results[0]["faultCode"].AsInt32());
        Assert.Equal(1, results[1][0].AsInt32());
    }

    [Fact]
    [Trait("Rule", "R53")]
    public async Task R53_Exception_OfAReservedCode_IsAnApplicationError()
    {
        await using var host = await StartAsync(() => throw new ReservedException("hidden"));

        Assert.Equal(XmlRpcFaultCodes.ApplicationError, (await host.CallAsync("m")).Fault?.Code);
        Assert.Contains(host.Log.OfServer, record => record.Event.Name == "ReservedFaultCode");
    }

    private static Task<TestServerHost> StartAsync(Func<int> method) => TestServerHost.StartAsync(methods =>
    {
        methods.Add("m", method);
        methods.Add("n", () => 1);
    });

    private sealed class ReservedException(string message) : Exception(message);
}
