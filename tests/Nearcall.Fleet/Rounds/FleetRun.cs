using System.Globalization;
using Nearcall.Fleet.Figures;
using Nearcall.Fleet.Fronts;
using Nearcall.Fleet.Load;
using Nearcall.Fleet.Network;
using Nearcall.Fleet.Processes;
using Nearcall.Fleet.Servers;

namespace Nearcall.Fleet.Rounds;

/// <summary>A fleet under load, round by round: one server is killed, the next is drained, the last is frozen.</summary>
internal sealed class FleetRun(Front proxyKind, FleetTimes times, string folder, TextWriter log)
{
    private const int Callers = 64;

    // What is asked of the fleet beside what it can do.
    private const double Share = 0.5;

    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(1);

    // Longer than any call may take by its own time-out.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(110);

    private readonly Random _chance = new(20261122);
    private readonly Executions _executions = new();

    /// <summary>Runs all rounds.</summary>
    public async Task<FleetResult> RunAsync(int rounds)
    {
        await using var network = await FleetNetwork.MakeAsync();
        var servers = Enumerable.Range(0, FleetNetwork.Servers).Select(index => new FleetServer(index, times, folder)).ToArray();
        try
        {
            await Task.WhenAll(servers.Select(server => server.StartAsync()));
            await using var proxy = await proxyKind.StartAsync(times, folder);
            using var http = FrontCertificate.TrustingClient(Front.CertificatePath(folder), CallLoad.Places);
            using var client = new XmlRpcClient(http, Front.Address, times.ClientOptions);
            using var load = new CallLoad(client.As<IRegister>());

            // What compiles while it runs is slow at first.
            await load.MeasureAsync(Callers, Measuring);
            var (server, front) = (servers.Sum(one => one.CpuSeconds), proxy.CpuSeconds);
            var limit = await load.MeasureAsync(Callers, Measuring);
            var calls = limit * Measuring.TotalSeconds;
            var fleet = new FleetLimit(limit, (servers.Sum(one => one.CpuSeconds) - server) / calls, (proxy.CpuSeconds - front) / calls);
            var rate = limit * Share;
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The fleet answers {limit:N0} calls per second; {rate:N0} are asked of it."));

            if (load.Take().FirstOrDefault(call => call.Outcome != Outcome.Answered) is { } failed)
            {
                throw new InvalidOperationException($"A call failed before anything was done to a server: {failed.Error}");
            }

            var result = new FleetResult(fleet, rate, _executions);
            for (var round = 1; round <= rounds; round++)
            {
                var outcome = await RoundAsync(round, servers, load, rate);
                result.Add(outcome);
                log.WriteLine(outcome);
            }

            return result;
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }
    }

    private async Task<RoundResult> RoundAsync(int round, FleetServer[] servers, CallLoad load, double rate)
    {
        using var stop = new CancellationTokenSource();
        var running = load.RunAsync(rate, stop.Token);
        await CalmAsync();
        await KillAsync(servers[round % servers.Length], load);
        await CalmAsync();
        var code = await DrainAsync(servers[(round + 1) % servers.Length], load);
        await CalmAsync();
        await FreezeAsync(servers[(round + 2) % servers.Length], load);
        await CalmAsync();
        await stop.CancelAsync();
        await running;
        var hung = await SettleAsync(load);
        _executions.Read(servers.Select(server => server.Executions));
        return new RoundResult(round, load.Take(), hung, code, _executions);
    }

    private Task CalmAsync() => Task.Delay(TimeSpan.FromMilliseconds(_chance.Next(500, 1000)));

    private static async Task KillAsync(FleetServer server, CallLoad load)
    {
        load.Now = Blow.Killed;
        server.Signal(Signals.Kill);
        await server.EndAsync();
        await server.StartAsync();
        await RecoverAsync(server, load);
    }

    private static async Task<int> DrainAsync(FleetServer server, CallLoad load)
    {
        load.Now = Blow.Drained;
        server.Signal(Signals.Terminate);
        var code = await server.EndAsync();
        await server.StartAsync();
        await RecoverAsync(server, load);
        return code;
    }

    private async Task FreezeAsync(FleetServer server, CallLoad load)
    {
        load.Now = Blow.Frozen;
        server.Signal(Signals.Stop);
        await Task.Delay(times.Frozen);
        server.Signal(Signals.Continue);
        await RecoverAsync(server, load);
    }

    // A server that has just begun is slow for a moment, which belongs to what was done to it.
    private static async Task RecoverAsync(FleetServer server, CallLoad load)
    {
        await server.TakeCallsAsync();
        await Task.Delay(Recovery);
        load.Now = Blow.None;
    }

    // The number of calls that never end; with 0 all have.
    private static async Task<int> SettleAsync(CallLoad load)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (load.Pending > 0 && TimeProvider.System.GetElapsedTime(start) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        // What a server took and nobody waits for any more may yet be executed.
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        return load.Pending;
    }
}
