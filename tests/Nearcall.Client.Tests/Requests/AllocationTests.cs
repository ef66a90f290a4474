using System.Diagnostics;
using System.Reflection;
using Nearcall.Client.Tests.Contracts;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>What a call allocates beyond the HTTP work beneath it; nobody listens to telemetry meanwhile.</summary>
[Collection(nameof(RentedArrays))]
public sealed class AllocationTests
{
    private const int Calls = 2000;
    private const int Rounds = 5;

    /// <summary>The content of a call knows who still writes it, and is larger by two words than one over an array.</summary>
    private const long LargerContent = 16;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_OfAContract_AllocatesWhatHttpDoes(bool isAnsweredAtOnce)
    {
        var debuggable = typeof(XmlRpcClient).Assembly.GetCustomAttribute<DebuggableAttribute>();
        Assert.SkipWhen(debuggable is { IsJITOptimizerDisabled: true }, "Without optimization every async method makes an object of its state.");
        using var handler = new ConstantHandler(isAnsweredAtOnce);
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var bare = new BareCall(http);
        using var client = new XmlRpcClient(http, new Uri("http://host/"));
        var calculator = client.As<ICalculator>();

        var beneath = await BytesPerCallAsync(handler, bare.AddAsync);
        var typed = await BytesPerCallAsync(handler, () => calculator.AddAsync(10, 5));
        var untyped = await BytesPerCallAsync(handler, () => client.CallAsync<int>("add", 10, 5));

        Assert.InRange(typed - beneath, 0, LargerContent);
        Assert.InRange(untyped - beneath, 0, LargerContent);
    }

    /// <summary>The least of several rounds: in the first ones the compiler is still at work.</summary>
    private static async Task<long> BytesPerCallAsync(ConstantHandler handler, Func<Task<int>> call)
    {
        var least = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Calls; i++)
            {
                // The answer comes on this thread, and what awaits it goes on here.
                await OneAsync();
            }

            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / Calls);
        }

        return least;

        async ValueTask OneAsync()
        {
            var outcome = call();
            handler.Answer();
            Assert.True(outcome.IsCompletedSuccessfully);
            await outcome;
        }
    }
}
