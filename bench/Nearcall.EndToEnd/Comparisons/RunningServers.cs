using Nearcall.EndToEnd.Load;
using Nearcall.EndToEnd.Subjects;

namespace Nearcall.EndToEnd.Comparisons;

/// <summary>One process for each subject of a comparison, and a second one where it is measured against itself.</summary>
internal sealed class RunningServers : IDisposable
{
    private readonly Dictionary<(Subject Subject, bool Again), RunningServer> _servers = [];
    private readonly HashSet<(RunningServer Server, Body Body)> _checked = [];
    private readonly HashSet<(RunningServer Server, object Kind)> _warm = [];
    private readonly List<Entrant> _entrants = [];

    public RunningServer this[Entrant entrant] => _servers[(entrant.Subject, entrant.Again)];

    /// <summary>Starts the servers, checks what they answer, and loads each until its code is compiled for good.</summary>
    public static async Task<RunningServers> StartAsync(IEnumerable<Entrant> entrants, RunSettings settings)
    {
        var servers = new RunningServers();
        try
        {
            foreach (var entrant in entrants)
            {
                await servers.StartAsync(entrant, settings);
            }

            return servers;
        }
        catch
        {
            servers.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _entrants.ForEach(entrant => entrant.Load.Release());
        foreach (var server in _servers.Values)
        {
            server.Dispose();
        }
    }

    private async Task StartAsync(Entrant entrant, RunSettings settings)
    {
        _entrants.Add(entrant);
        var key = (entrant.Subject, entrant.Again);
        if (!_servers.TryGetValue(key, out var server))
        {
            server = await RunningServer.StartAsync(entrant.Subject, settings.ServerCore);
            _servers.Add(key, server);
        }

        if (_checked.Add((server, entrant.Load.Body)))
        {
            await server.CheckAsync(entrant.Load.Body);
        }

        if (entrant.Load.CanWarmUp && _warm.Add((server, entrant.Load.Kind)))
        {
            await WarmUpAsync(entrant, server, settings);
        }
    }

    // Counted in CPU: on a machine that does other work too, a second may be half of one.
    private static async Task WarmUpAsync(Entrant entrant, RunningServer server, RunSettings settings)
    {
        var start = server.CpuSeconds;
        do
        {
            await entrant.Load.RunAsync(server.UrlFor(entrant.Load.Body), 1, settings.LoadCore);
        }
        while (entrant.Subject.Compiles && server.CpuSeconds - start < settings.WarmUpSeconds);
    }
}
