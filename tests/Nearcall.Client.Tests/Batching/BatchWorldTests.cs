using System.Collections.Concurrent;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>
/// Many callers at once, against a server that answers late, in any order, with results, faults and results of another type: each caller
/// gets what is its own, and nothing is executed twice.
/// </summary>
public sealed class BatchWorldTests
{
    private const int Callers = 200;
    private const int CallsOfEach = 10;

    public static TheoryData<int, string> Worlds { get; } = new()
    {
        { 1, "multicall" }, { 2, "multicall" }, { 3, "multicall" }, { 4, "no multicall" }, { 5, "no multicall" }, { 6, "capped" }, { 7, "capped" },
    };

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task Callers_OfEveryKind_GetWhatIsTheirs(int seed, string kind)
    {
        var executed = new ConcurrentDictionary<int, int>();
        using var server = new BatchServer(request => _ = AnswerAsync(request, kind, executed));
        using var client = server.Client(batching => batching with
        {
            MaxInFlight = 1 + (seed % 3),
            MaxEntries = 20 + (seed * 30),
            // How many batches go before the first is refused is known only where none goes because it waited too long.
            MaxWait = kind == "no multicall" ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(5),
        });
        using var never = new CancellationTokenSource();

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var random = new Random((seed * 1000) + caller);
            for (var i = 0; i < CallsOfEach; i++)
            {
                await CallAsync(client, random, (caller * CallsOfEach) + i, never.Token);
            }
        })));

        Assert.All(executed, static call => Assert.Equal(1, call.Value));
        Assert.InRange(executed.Count, Callers * CallsOfEach * 3 / 4, Callers * CallsOfEach);
        Assert.Equal(kind != "no multicall", server.Requests.Count(request => request.IsBatch) > 1 + (seed % 3));
    }

    private static async Task CallAsync(XmlRpcClient client, Random random, int number, CancellationToken never)
    {
        switch (random.Next(8))
        {
            case 0:
                Assert.Equal(number, (await client.TryCallAsync<int>("fail", never, number)).Fault!.Code);
                break;
            case 1:
                await Assert.ThrowsAsync<XmlRpcFormatException>(() => client.CallAsync<int>("text", never, number));
                break;
            case 2:
                using (var cancellation = new CancellationTokenSource())
                {
                    var call = client.CallAsync<int>("echo", cancellation.Token, number);
                    await cancellation.CancelAsync();
                    try
                    {
                        Assert.Equal(number, await call);
                    }
                    catch (OperationCanceledException e)
                    {
                        Assert.Equal(cancellation.Token, e.CancellationToken);
                    }
                }

                break;
            case 3:
                var array = XmlRpcArray.Create(number, "two", XmlRpcArray.Create());
                Assert.Equal(array, await client.CallAsync("list", number));
                break;
            default:
                Assert.Equal(number, await client.CallAsync<int>("echo", number));
                break;
        }
    }

    private static async Task AnswerAsync(BatchRequest request, string kind, ConcurrentDictionary<int, int> executed)
    {
        await Task.Yield();
        if (request.IsBatch && kind == "no multicall")
        {
            request.AnswerFault(XmlRpcFaultCodes.MethodNotFound, "There is no method 'system.multicall'.");
            return;
        }

        if (kind == "capped" && request.Calls.Count > 17)
        {
            request.AnswerFault(XmlRpcFaultCodes.LimitExceeded, "The multicall has more than 17 entries.");
            return;
        }

        foreach (var (_, arguments) in request.Calls)
        {
            executed.AddOrUpdate(arguments[0].AsInt32(), 1, static (_, times) => times + 1);
        }

        request.Answer(static (method, arguments) => method switch
        {
            "fail" => new XmlRpcFault(arguments[0].AsInt32(), "It failed"),
            "text" => (XmlRpcValue)"no number",
            "list" => (XmlRpcValue)XmlRpcArray.Create(arguments[0], "two", XmlRpcArray.Create()),
            _ => arguments[0],
        });
    }
}
