using Nearcall.Client.Tests.Infrastructure;
using static Nearcall.Client.Tests.Infrastructure.ScriptedHandler;

namespace Nearcall.Client.Tests.Retry;

/// <summary>How many further attempts the calls of one client have together.</summary>
public sealed class RetryBudgetTests
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(100);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Budget_Spent_LeavesACallItsFirstAttempt(bool async)
    {
        using var world = new RetryWorld(
            RetryWorld.NoJitter with { Budget = 0, BudgetReserve = 2 }, LongEnough, Broken, Broken, Five, Broken);

        Assert.Equal(5, await world.CallIdempotentAsync(async));
        var exception = await world.FailIdempotentAsync(async);

        Assert.Equal(1, exception.Attempts);
        Assert.Equal(4, world.Attempts);
        Assert.Contains("the client's budget of further attempts is spent", exception.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(XmlRpcRetryOptions.Budget), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Budget_Spent_SaysOfOtherCallsThatTheyMayHaveBeenExecuted()
    {
        using var world = new RetryWorld(
            RetryWorld.NoJitter with { Budget = 0, BudgetReserve = 1 }, LongEnough, Unreachable, Five, Unreachable, Broken);

        Assert.Equal(5, await world.CallAsync());
        var unsent = await world.FailAsync();
        var sent = await world.FailAsync();

        Assert.True(unsent.WasNotSent);
        Assert.True(sent.MayHaveBeenExecuted);
        Assert.Contains("may have been executed", sent.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Budget_GrowsByCalls_NotBeyondItsReserve()
    {
        using var world = new RetryWorld(
            RetryWorld.NoJitter with { Budget = 0.5, BudgetReserve = 1 },
            LongEnough,
            Five, Five, Five, Broken, Five, Five, Broken, Five, Broken);

        // Three calls to a full budget bring nothing in; the fourth spends what it holds.
        for (var call = 0; call < 4; call++)
        {
            Assert.Equal(5, await world.CallIdempotentAsync());
        }

        // Two halves make a further attempt; one does not.
        Assert.Equal(5, await world.CallIdempotentAsync());
        Assert.Equal(5, await world.CallIdempotentAsync());
        Assert.Equal(1, (await world.FailIdempotentAsync()).Attempts);
    }

    [Fact]
    public async Task Budget_Null_IsBoundedByMaxAttemptsOnly()
    {
        var retry = RetryWorld.NoJitter with { Budget = null, BudgetReserve = 1, MaxAttempts = 100 };
        using var world = new RetryWorld(retry, TimeSpan.FromHours(1), [.. Enumerable.Repeat(Broken, 99), Five]);

        Assert.Equal(5, await world.CallIdempotentAsync());
        Assert.Equal(100, world.Attempts);
    }

    [Fact]
    public async Task Budget_ManyCallsAtOnce_SpendItOnce()
    {
        const int Calls = 40;
        const int Reserve = 25;
        var retry = new XmlRpcRetryOptions { BackOff = TimeSpan.Zero, Budget = 0, BudgetReserve = Reserve };
        var attempts = 0;
        using var http = new HttpClient(new FakeHandler(async (_, _) =>
        {
            Interlocked.Increment(ref attempts);
            await Task.Yield();
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        }));
        using var client = new XmlRpcClient(http, new Uri("http://host/"), new XmlRpcClientOptions { Retry = retry });

        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Task.Run(() =>
            Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", RetryWorld.Idempotent)))));

        Assert.Equal(Calls + Reserve, attempts);
    }
}
