using System.Globalization;
using System.Net;
using Nearcall.Client.Tests.Infrastructure;
using static Nearcall.Client.Tests.Infrastructure.ScriptedHandler;

namespace Nearcall.Client.Tests.Retry;

/// <summary>How often and when a call is tried again, and how it ends.</summary>
public sealed class RetryTimeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Attempts_UsedUp_EndInTheLastFailure(bool async)
    {
        using var world = new RetryWorld(Broken, Broken, Status(HttpStatusCode.BadGateway));

        var exception = await world.FailIdempotentAsync(async);

        Assert.Equal(3, exception.Attempts);
        Assert.Equal(HttpStatusCode.BadGateway, exception.StatusCode);
        Assert.True(exception.MayHaveBeenExecuted);
        Assert.EndsWith("\"busy\". 3 attempts were made.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attempts_TheLastNotSent_RememberTheOnesBefore()
    {
        using var world = new RetryWorld(Broken, Unreachable, Unreachable);

        var exception = await world.FailIdempotentAsync();

        Assert.False(exception.WasNotSent);
        Assert.True(exception.MayHaveBeenExecuted);
    }

    [Fact]
    public async Task Attempts_NoneSent_CouldBeMadeAgain()
    {
        using var world = new RetryWorld(Unreachable, Unreachable, Unreachable);

        var exception = await world.FailAsync();

        Assert.True(exception.WasNotSent);
        Assert.False(exception.MayHaveBeenExecuted);
        Assert.EndsWith(" 3 attempts were made.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0, "0.2 0.4 0.8 1 1")]
    [InlineData(0.5, "0.15 0.3 0.6 0.75 0.75")]
    [InlineData(0.999999999, "0.1 0.2 0.4 0.5 0.5")]
    public async Task BackOff_GrowsToItsLimit_LessARandomPart(double random, string expected)
    {
        var retry = new XmlRpcRetryOptions { MaxAttempts = 6, MaxBackOff = TimeSpan.FromSeconds(1), Random = new FixedRandom(random) };
        using var world = new RetryWorld(retry, TimeSpan.FromSeconds(100), Broken, Broken, Broken, Broken, Broken, Five);

        await world.CallIdempotentAsync();

        Assert.Equal(expected, string.Join(' ', world.Clock.Skipped.Select(wait => wait.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task BackOff_WithoutInjectedRandomness_IsWithinItsRange()
    {
        using var world = new RetryWorld(new XmlRpcRetryOptions(), TimeSpan.FromSeconds(100), Broken, Five);

        await world.CallIdempotentAsync();

        Assert.InRange(Assert.Single(world.Clock.Skipped).TotalMilliseconds, 100, 200);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0.2)]
    [InlineData("Thu, 01 Jan 1970 01:00:09 GMT", 9)]
    [InlineData("Thu, 01 Jan 1970 00:00:09 GMT", 0.2)]
    [InlineData("soon", 0.2)]
    [InlineData("-5", 0.2)]
    public async Task RetryAfter_IsWaitedForIfItIsLonger(string retryAfter, double seconds)
    {
        using var world = new RetryWorld(Status(HttpStatusCode.TooManyRequests, retryAfter), Five);

        await world.CallIdempotentAsync();

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(world.Clock.Skipped));
    }

    [Theory]
    [InlineData("101", true, 100)]
    [InlineData("101", false, 100)]
    [InlineData("2147483647", true, -0.001)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", true, -0.001)]
    public async Task RetryAfter_BeyondTheTimeOfTheCall_EndsItAtOnce(string retryAfter, bool async, double timeout)
    {
        using var world = new RetryWorld(
            RetryWorld.NoJitter, TimeSpan.FromSeconds(timeout), Status(HttpStatusCode.ServiceUnavailable, retryAfter));

        var exception = await world.FailIdempotentAsync(async);

        Assert.Empty(world.Clock.Skipped);
        Assert.NotNull(exception.RetryAfter);
        Assert.Contains("\"busy\". The next attempt would be in ", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(" s, when the time of the call is over.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AttemptTimeout_FrozenServer_IsTriedAgain(bool async)
    {
        var clock = new ManualClock { Patience = TimeSpan.FromSeconds(1) };
        var retry = RetryWorld.NoJitter with { AttemptTimeout = TimeSpan.FromSeconds(5) };
        using var world = new RetryWorld(retry, TimeSpan.FromSeconds(100), clock, Frozen(clock, TimeSpan.FromSeconds(5)), Five);

        Assert.Equal(5, await world.CallIdempotentAsync(async));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AttemptTimeout_OfEachAttempt_EndsInATimeout(bool async)
    {
        var clock = new ManualClock { Patience = TimeSpan.FromSeconds(1) };
        var frozen = Frozen(clock, TimeSpan.FromSeconds(5));
        var retry = RetryWorld.NoJitter with { AttemptTimeout = TimeSpan.FromSeconds(5) };
        using var world = new RetryWorld(retry, TimeSpan.FromSeconds(100), clock, frozen, frozen, frozen);

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => world.CallIdempotentAsync(async));

        Assert.Equal("http://host/ did not answer the call of 'm' within 5 s. 3 attempts were made.", exception.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Timeout_OfTheCall_BoundsAllAttempts(bool async)
    {
        var clock = new ManualClock { Patience = TimeSpan.FromSeconds(1) };
        var frozen = Frozen(clock, TimeSpan.FromSeconds(5));
        var retry = RetryWorld.NoJitter with { AttemptTimeout = TimeSpan.FromSeconds(5) };
        using var world = new RetryWorld(retry, TimeSpan.FromSeconds(10), clock, frozen, frozen);

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => world.CallIdempotentAsync(async));

        Assert.Equal("http://host/ did not answer the call of 'm' within 10 s. 2 attempts were made.", exception.Message);
    }

    [Fact]
    public async Task AttemptTimeout_OfACallThatCannotBeRepeated_DoesNotCount()
    {
        var clock = new ManualClock();
        var retry = RetryWorld.NoJitter with { AttemptTimeout = TimeSpan.FromSeconds(5) };
        using var world = new RetryWorld(retry, TimeSpan.FromSeconds(20), clock, Frozen(clock, TimeSpan.FromSeconds(20)));

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => world.CallAsync());

        Assert.Equal("http://host/ did not answer the call of 'm' within 20 s. The call may have been executed.", exception.Message);
    }

    [Fact]
    public async Task Cancel_BetweenTwoAttempts_EndsTheCall()
    {
        using var source = new CancellationTokenSource();
        using var world = new RetryWorld(RetryWorld.NoJitter, TimeSpan.FromSeconds(100), new ManualClock(), Unreachable);

        var call = world.Client.CallAsync<int>("m", source.Token);
        Assert.False(call.IsCompleted);
        await source.CancelAsync();

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.IsType<XmlRpcTransportException>(exception.InnerException);
    }

    [Fact]
    public async Task Dispose_BetweenTwoAttempts_EndsTheCall()
    {
        using var world = new RetryWorld(RetryWorld.NoJitter, TimeSpan.FromSeconds(100), new ManualClock(), Unreachable);

        var call = world.CallAsync();
        world.Client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
    }
}
