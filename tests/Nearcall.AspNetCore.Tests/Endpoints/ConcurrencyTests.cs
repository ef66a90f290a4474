using Microsoft.Extensions.Logging;

namespace Nearcall.AspNetCore.Tests.Endpoints;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Calls_ManyAtOnce_EachGetTheirOwnAnswer()
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("echo", (string text) => text);
            methods.Add("later", async (string text, XmlRpcCallContext context) =>
            {
                await Task.Yield();
                return $"{context.Method} {text} {context.ReadArguments()}";
            });
            methods.Add("crash", async Task<int> (int number) =>
            {
                await Task.Yield();
                throw new XmlRpcFaultException(number, "crash");
            });
        });

        await Parallel.ForEachAsync(Enumerable.Range(0, 3000), TestContext.Current.CancellationToken, async (number, _) =>
        {
            var text = new string((char)('a' + (number % 26)), number % 700);
            switch (number % 4)
            {
                case 0:
                    Assert.Equal(text, (await host.CallAsync("echo", text)).Value.AsString());
                    break;
                case 1:
                    Assert.Equal($"later {text} [\"{text}\"]", (await host.CallAsync("later", text)).Value.AsString());
                    break;
                case 2:
                    Assert.Equal(number, (await host.CallAsync("crash", number)).Fault?.Code);
                    break;
                default:
                    var calls = Multi.Call(("later", [text]), ("crash", [number]), ("echo", [text]));
                    var results = (await host.CallAsync("system.multicall", calls)).Value;
                    Assert.Equal($"later {text} [\"{text}\"]", results[0][0].AsString());
                    Assert.Equal(number, results[1]["faultCode"].AsInt32());
                    Assert.Equal(text, results[2][0].AsString());
                    break;
            }
        });

        Assert.DoesNotContain(host.Log.Records, record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Answer_ThatIsLarge_DoesNotSpoilTheNext()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("repeat", (int length) => new string('x', length)));

        Assert.Equal(1_000_000, (await host.CallAsync("repeat", 1_000_000)).Value.AsString().Length);
        Assert.Equal(1, (await host.CallAsync("repeat", 1)).Value.AsString().Length);
    }
}
