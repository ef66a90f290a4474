using System.Globalization;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests.Stress;

/// <summary>
/// Lets cancellation, time-out and disposal race with the answer. Whoever wins, a call ends once, in an outcome that somebody
/// asked for, and gives back every buffer it rented.
/// </summary>
[Collection(nameof(RentedArrays))]
public sealed class RaceTests
{
    private const int Rounds = 10_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public enum Rival
    {
        Cancel,
        Timeout,
        Dispose,
        All,
    }

    [Theory]
    [InlineData(Rival.Cancel)]
    [InlineData(Rival.Timeout)]
    [InlineData(Rival.Dispose)]
    [InlineData(Rival.All)]
    public async Task Call_RacingWithTheAnswer_EndsOnceAndLeaksNothing(Rival rival)
    {
        using var rented = new RentedArrays();
        var outcomes = new Dictionary<string, int>();
        for (var round = 0; round < Rounds; round++)
        {
            var outcome = await RaceAsync(rival, new Random(round));
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        string[] expected = rival switch
        {
            Rival.Cancel => ["answer", "cancelled"],
            Rival.Timeout => ["answer", "timed out"],
            Rival.Dispose => ["answer", "disposed"],
            _ => ["answer", "cancelled", "timed out", "disposed"],
        };
        Assert.Empty(outcomes.Keys.Except(expected));
        Assert.Equal(Rounds, outcomes.Values.Sum());
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", outcomes.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Key}: {o.Value}"))));
        Assert.True(outcomes.Count > 1, "Nobody but one ever won: this is no race.");
        Assert.Equal(0, rented.Outstanding);
        Assert.True(rented.Total >= Rounds, "The listener did not see the client's arrays.");
    }

    private static async Task<string> RaceAsync(Rival rival, Random random)
    {
        var clock = new ManualClock();
        var handler = new HangingHandler();
        using var source = new CancellationTokenSource();
        using var http = new HttpClient(handler);
        using var client = new XmlRpcClient(http, new Uri("http://host/"), new XmlRpcClientOptions { TimeProvider = clock });
        var call = client.CallAsync<int>("m", source.Token, 1);
        if (random.Next(4) != 0)
        {
            await handler.Arrived;
        }

        List<Action> rivals = [handler.Answer];
        rivals.AddRange(rival switch
        {
            Rival.Cancel => [source.Cancel],
            Rival.Timeout => [() => clock.Advance(TimeSpan.FromSeconds(100))],
            Rival.Dispose => [client.Dispose],
            _ => new Action[] { source.Cancel, () => clock.Advance(TimeSpan.FromSeconds(100)), client.Dispose },
        });
        var race = rivals.Shuffled(random).Select(act => Task.Run(act, Token)).ToArray();
        var outcome = await OutcomeAsync(call, source.Token);
        await Task.WhenAll(race);

        // It was over, and stays what it was.
        Assert.True(call.IsCompleted);
        return outcome;
    }

    private static async Task<string> OutcomeAsync(Task<int> call, CancellationToken token)
    {
        try
        {
            return await call == 5 ? "answer" : "wrong answer";
        }
        catch (OperationCanceledException e) when (e.CancellationToken == token && token.IsCancellationRequested)
        {
            return "cancelled";
        }
        catch (TimeoutException)
        {
            return "timed out";
        }
        catch (ObjectDisposedException e) when (e.ObjectName == nameof(XmlRpcClient))
        {
            return "disposed";
        }
    }
}
