using System.Net;
using Nearcall.Client.Tests.Infrastructure;
using static Nearcall.Client.Tests.Infrastructure.ScriptedHandler;

namespace Nearcall.Client.Tests.Retry;

/// <summary>What is tried again, and what is not.</summary>
public sealed class RetryDecisionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_NotSent_IsTriedAgainWhateverItDoes(bool async)
    {
        using var world = new RetryWorld(Unreachable, Unreachable, Five);

        Assert.Equal(5, await world.CallAsync(async));

        Assert.Equal(3, world.Attempts);
        Assert.Equal([TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(400)], world.Clock.Skipped);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_Idempotent_IsSentAgainAsItWas(bool async)
    {
        using var world = new RetryWorld(Broken, Status(HttpStatusCode.ServiceUnavailable), Five);

        Assert.Equal(5, await world.CallIdempotentAsync(async));

        Assert.Equal(3, world.Attempts);
        Assert.Single(world.Handler.Bodies.Distinct());
        Assert.EndsWith("</methodCall>", world.Handler.Bodies[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, true)]
    [InlineData(HttpStatusCode.BadGateway, true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, true)]
    [InlineData(HttpStatusCode.GatewayTimeout, true)]
    [InlineData(HttpStatusCode.InternalServerError, false)]
    [InlineData(HttpStatusCode.NotFound, false)]
    [InlineData(HttpStatusCode.Unauthorized, false)]
    [InlineData(HttpStatusCode.RequestTimeout, false)]
    [InlineData(HttpStatusCode.OK, false)]
    public async Task Call_IdempotentAndRefusedWithAStatus_IsTriedAgainForSome(HttpStatusCode status, bool isTriedAgain)
    {
        using var world = new RetryWorld(Status(status, body: ""), Five);

        if (isTriedAgain)
        {
            Assert.Equal(5, await world.CallIdempotentAsync());
        }
        else
        {
            var exception = await world.FailIdempotentAsync();
            Assert.Equal((status, 1), (exception.StatusCode!.Value, exception.Attempts));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<methodResponse><params>")]
    public async Task Call_IdempotentAndCutShort_IsTriedAgain(string body)
    {
        using var world = new RetryWorld(body.Length == 0 ? Broken : Answer(body), Five);

        Assert.Equal(5, await world.CallIdempotentAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_ThatMayHaveBeenExecuted_IsNotSentAgainAndSaysSo(bool async)
    {
        using var world = new RetryWorld(Broken, Five);

        var exception = await world.FailAsync(async);

        Assert.Equal("http://host/ closed the connection without an answer. The call may have been executed.", exception.Message);
        Assert.True(exception.MayHaveBeenExecuted);
        Assert.False(exception.WasNotSent);
        Assert.Equal(1, exception.Attempts);
        Assert.Equal(1, world.Attempts);
    }

    [Fact]
    public async Task Call_BusyServer_IsNotSentAgainUnlessIdempotent()
    {
        using var world = new RetryWorld(Status(HttpStatusCode.ServiceUnavailable, "7"), Five);

        var exception = await world.FailAsync();

        Assert.True(exception.MayHaveBeenExecuted);
        Assert.Equal(TimeSpan.FromSeconds(7), exception.RetryAfter);
    }

    [Fact]
    public async Task Call_Refused_WasNotExecuted()
    {
        using var world = new RetryWorld(Status(HttpStatusCode.TooManyRequests));

        var exception = await world.FailAsync();

        Assert.False(exception.MayHaveBeenExecuted);
        Assert.False(exception.WasNotSent);
        Assert.DoesNotContain("may have been", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Fault_WithAnyStatus_IsAnAnswer(HttpStatusCode status)
    {
        using var world = new RetryWorld(Status(status, body: Answers.Fault), Five);

        await Assert.ThrowsAsync<XmlRpcFaultException>(() => world.CallIdempotentAsync());

        Assert.Equal(1, world.Attempts);
    }

    [Fact]
    public async Task Answer_ThatCannotBeRead_IsNotAskedForAgain()
    {
        using var world = new RetryWorld(Answer(Answers.Of("<int>five</int>")), Five);

        await Assert.ThrowsAsync<XmlRpcFormatException>(() => world.CallIdempotentAsync());

        Assert.Equal(1, world.Attempts);
    }

    [Theory]
    [InlineData("system.listMethods", null, true)]
    [InlineData("system.anything", null, true)]
    [InlineData("system.anything", false, false)]
    [InlineData("system.multicall", null, false)]
    [InlineData("system.multicall", true, true)]
    [InlineData("systematic", null, false)]
    [InlineData("m", true, true)]
    public async Task Call_ByNameAndOptions_IsIdempotentOrNot(string method, bool? idempotent, bool isTriedAgain)
    {
        using var world = new RetryWorld(Broken, Five);

        var call = world.Client.TryCallAsync<int>(method, new XmlRpcCallOptions { Idempotent = idempotent });

        Assert.Equal(isTriedAgain, await Record.ExceptionAsync(() => call) is null);
    }

    [Fact]
    public async Task Contract_Idempotent_IsTriedAgain()
    {
        using var world = new RetryWorld(Broken, Five, Broken);

        Assert.Equal(5, await world.Calculator.LookAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<XmlRpcTransportException>(() => world.Calculator.AddAsync(1, 2, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Batch_IsSentAgainOnlyIfToldTo()
    {
        using var world = new RetryWorld(Broken, Broken, Answer(Answers.Of(Answers.Array(Answers.Array("<int>1</int>")))));
        world.Client.Multicall().AddAnd(out var first);
        var entry = world.Client.Multicall().AddAnd(out var second);

        await Assert.ThrowsAsync<XmlRpcTransportException>(() => first.SendAsync(TestContext.Current.CancellationToken));
        await second.SendAsync(RetryWorld.Idempotent);

        Assert.Equal(1, entry.Value.AsInt32());
    }

    [Fact]
    public async Task Retry_NotAskedFor_TriesOnce()
    {
        using var world = new RetryWorld(retry: null, TimeSpan.FromSeconds(100), Unreachable, Broken, Five);

        Assert.True((await world.FailIdempotentAsync()).WasNotSent);
        Assert.False((await world.FailIdempotentAsync()).WasNotSent);
    }

    [Fact]
    public async Task Call_SeveralAddresses_GoesToTheNextOne()
    {
        var handler = new ScriptedHandler(Broken, Five, Five);
        using var http = new HttpClient(handler);
        using var client = new XmlRpcClient(http, new Uri("http://first/"), new XmlRpcClientOptions
        {
            Retry = RetryWorld.NoJitter,
            TimeProvider = new ManualClock { Patience = TimeSpan.FromSeconds(1) },
            FallbackEndpoints = { new Uri("http://second/") },
        });

        await client.CallAsync<int>("m", RetryWorld.Idempotent);
        await client.CallAsync<int>("m", RetryWorld.Idempotent);

        Assert.Equal(["first", "second", "second"], handler.Requests.Select(request => request.RequestUri!.Host));
    }

    [Fact]
    public async Task Request_OfAnIdempotentCall_TellsHandlers()
    {
        using var world = new RetryWorld(Five, Five);

        await world.CallAsync();
        await world.CallIdempotentAsync();

        Assert.Equal([false, true], world.Handler.Requests.Select(
            request => request.Options.TryGetValue(XmlRpcClient.IdempotentKey, out var isIdempotent) && isIdempotent));
    }
}
