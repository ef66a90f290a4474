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
        SkipWithoutOptimization();
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

    [Fact]
    public async Task Call_OneOfManyAtATime_AllocatesTheStatesOfItsMethodsAndNothingElse()
    {
        // The framework keeps such a state for each thread and each core, and no more.
        const long States = 640;
        SkipWithoutOptimization();
        using var handler = new ConstantHandler(isAtOnce: false);
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var client = new XmlRpcClient(http, new Uri("http://host/"));
        var calculator = client.As<ICalculator>();

        var alone = await BytesPerCallAsync(handler, () => calculator.AddAsync(10, 5));
        var oneOfMany = await BytesPerCallAsync(handler, () => calculator.AddAsync(10, 5), atATime: 16);

        Assert.InRange(oneOfMany, 0, alone + States);
    }

    private static void SkipWithoutOptimization()
    {
        var debuggable = typeof(XmlRpcClient).Assembly.GetCustomAttribute<DebuggableAttribute>();
        Assert.SkipWhen(debuggable is { IsJITOptimizerDisabled: true }, "Without optimization every async method makes an object of its state.");
    }

    /// <summary>The least of several rounds: in the first ones the compiler is still at work.</summary>
    private static async Task<long> BytesPerCallAsync(ConstantHandler handler, Func<Task<int>> call, int atATime = 1)
    {
        var outcomes = new Task<int>[atATime];
        var least = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Calls; i += atATime)
            {
                // The answer comes on this thread, and what awaits it goes on here.
                await SomeAsync();
            }

            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / Calls);
        }

        return least;

        async ValueTask SomeAsync()
        {
            foreach (ref var outcome in outcomes.AsSpan())
            {
                outcome = call();
            }

            handler.Answer();
            foreach (var outcome in outcomes)
            {
                Assert.True(outcome.IsCompletedSuccessfully);
                await outcome;
            }
        }
    }
}
