using Microsoft.Extensions.Logging;

namespace Nearcall.AspNetCore.Tests.Diagnostics;

public sealed class LogTests
{
    [Fact]
    [Trait("Threat", "S28")]
    public async Task Log_OfWhatever_NeverHoldsArgumentsOrResults()
    {
        const string Secret = "hunter2";
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("echo", (string text) => text);
            methods.Add("number", (int number) => number);
            methods.Add("crash", int (string _) => throw new InvalidOperationException("no details"));
            methods.Add("big", (string text) => new XmlRpcStruct { [text] = 5_000_000_000L });
        });

        await host.CallAsync("echo", Secret);
        await host.CallAsync("number", Secret);
        await host.CallAsync("crash", Secret);
        await host.CallAsync("unknown", Secret);
        await host.CallAsync("system.multicall", Multi.Call(("number", [Secret]), ("echo", [Secret])));
        await host.SendAsync(Message.Text("number", $"<int>{Secret}</int>"));
        await host.SendAsync($"<methodCall><{Secret}/>");

        Assert.NotEmpty(host.Log.OfServer);
        Assert.DoesNotContain(host.Log.OfServer, record => $"{record.Text} {record.Exception}".Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_OfCallsThatSucceed_IsEmpty()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("echo", (string text) => text));

        await host.CallAsync("echo", "a");

        Assert.Empty(host.Log.OfServer);
    }

    [Fact]
    public async Task Log_OfCallersMistakes_IsForDebugging()
    {
        await using var host = await TestServerHost.StartAsync(
            methods => methods.Add("fail", int () => throw new XmlRpcFaultException(42, "It failed")));

        await host.CallAsync("fail");
        await host.CallAsync("unknown");
        await host.SendAsync("<methodCall>");
        using var get = await host.Client.GetAsync(new Uri("/RPC2", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(
            ["MethodFaulted", "CallRefused", "MessageRefused", "RequestRefused"],
            host.Log.OfServer.Select(record => record.Event.Name));
        Assert.All(host.Log.OfServer, record => Assert.Equal(LogLevel.Debug, record.Level));
    }
}
