using Nearcall.Client.Tests.Contracts;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>Calls among others end early as calls alone do: by cancellation, by their own time, with their client.</summary>
public sealed class BatchEndTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancel_BeforeItWasSent_TakesOnlyThatCallOut()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        using var cancellation = new CancellationTokenSource();
        var held = await server.HoldAsync(client);
        var first = client.CallAsync<int>("echo", 1);
        var cancelled = client.CallAsync<int>("echo", cancellation.Token, 2);
        var third = client.CallAsync<int>("echo", 3);

        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        held.Answer();
        var batch = await server.NextAsync();
        batch.Answer();

        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Equal("The call of 'echo' was cancelled.", exception.Message);
        Assert.Equal((int[])[1, 3], await Task.WhenAll(first, third));
        Assert.Equal([[1], [3]], batch.Calls.Select(call => call.Arguments));
    }

    [Fact]
    public async Task Cancel_AfterItWasSent_AbandonsItsAnswer()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        using var cancellation = new CancellationTokenSource();
        var held = await server.HoldAsync(client);
        var first = client.CallAsync<int>("echo", 1);
        var cancelled = client.CallAsync<int>("echo", cancellation.Token, 2);
        held.Answer();
        var batch = await server.NextAsync();

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.False(batch.Cancelled.IsCancellationRequested);
        batch.Answer();

        Assert.Equal(1, await first);
    }

    [Fact]
    public async Task Cancel_BeforeTheCall_SendsNothing()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        var held = await server.HoldAsync(client);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CallAsync<int>("echo", new CancellationToken(canceled: true), 2));
        held.Answer();
        var next = client.CallAsync<int>("echo", 1);
        (await server.NextAsync()).Answer();

        Assert.Equal(1, await next);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Cancel_ByEveryCaller_EndsTheRequestAndMakesRoom()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        using var cancellation = new CancellationTokenSource();
        var held = await server.HoldAsync(client);
        var calls = Enumerable.Range(0, 5).Select(i => client.CallAsync<int>("echo", cancellation.Token, i)).ToArray();
        held.Answer();
        var batch = await server.NextAsync();

        await cancellation.CancelAsync();
        foreach (var call in calls)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        Assert.True(batch.Cancelled.IsCancellationRequested);
        var next = client.CallAsync<int>("echo", 9);
        (await server.NextAsync()).Answer();
        Assert.Equal(9, await next);
    }

    [Fact]
    public async Task Timeout_OfEach_EndsItsOwnWaitAndTheLatestThatOfTheBatch()
    {
        var clock = new ManualClock();
        using var server = new BatchServer();
        using var client = server.Client(more: options => (options.TimeProvider, options.Timeout) = (clock, TimeSpan.FromSeconds(30)));
        var held = await server.HoldAsync(client);
        var hurried = client.As<ICalculator>().HurryAsync(Token);
        var short1 = client.CallAsync<int>("m", new XmlRpcCallOptions { Timeout = TimeSpan.FromSeconds(5) });
        var longer = client.CallAsync<int>("m");
        held.Answer();
        var batch = await server.NextAsync();
        Assert.Equal(3, batch.Calls.Count);

        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("http://host/ did not answer the call of 'hurry' within 2 s.", (await Assert.ThrowsAsync<TimeoutException>(() => hurried)).Message);
        Assert.False(short1.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(3));
        await Assert.ThrowsAsync<TimeoutException>(() => short1);
        Assert.False(batch.Cancelled.IsCancellationRequested);
        clock.Advance(TimeSpan.FromSeconds(25));

        Assert.StartsWith("http://host/ did not answer the call of 'm' within 30 s.", (await Assert.ThrowsAsync<TimeoutException>(() => longer)).Message, StringComparison.Ordinal);
        Assert.True(batch.Cancelled.IsCancellationRequested);
    }

    [Fact]
    public async Task Timeout_BeforeItWasSent_TakesTheCallOut()
    {
        var clock = new ManualClock();
        using var server = new BatchServer();
        using var client = server.Client(more: options => options.TimeProvider = clock);
        var held = await server.HoldAsync(client);
        var late = client.CallAsync<int>("echo", new XmlRpcCallOptions { Timeout = TimeSpan.FromSeconds(1) }, 1);
        var other = client.CallAsync<int>("echo", 2);
        var another = client.CallAsync<int>("echo", 3);

        clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<TimeoutException>(() => late);
        held.Answer();
        var batch = await server.NextAsync();
        batch.Answer();

        Assert.Equal((int[])[2, 3], await Task.WhenAll(other, another));
        Assert.Equal(2, batch.Calls.Count);
    }

    [Fact]
    public async Task Dispose_EndsWhatWaitsAndWhatIsOnItsWay()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        var held = await server.HoldAsync(client);
        var sent = new[] { client.CallAsync<int>("echo", 1), client.CallAsync<int>("echo", 2) };
        held.Answer();
        await server.NextAsync();
        var waiting = new[] { client.CallAsync<int>("echo", 3), client.CallAsync<int>("echo", 4) };

        client.Dispose();

        foreach (var call in sent.Concat(waiting))
        {
            Assert.Contains("while it called 'echo'", (await Assert.ThrowsAsync<ObjectDisposedException>(() => call)).Message, StringComparison.Ordinal);
        }

        Assert.Throws<ObjectDisposedException>(() => { _ = client.CallAsync<int>("echo", 5); });
        Assert.Equal(2, server.Requests.Count);
    }
}
