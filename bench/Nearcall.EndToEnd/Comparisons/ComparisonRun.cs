using Nearcall.EndToEnd.Subjects;

namespace Nearcall.EndToEnd.Comparisons;

/// <summary>
/// Measures the entrants of a comparison in rounds. In a round each is measured once, in an order of chance, so that whatever else the
/// machine does falls on all alike; ratios are made of figures of one round.
/// </summary>
internal sealed class ComparisonRun(Comparison comparison, RunSettings settings, TextWriter progress)
{
    private readonly Random _order = new(settings.Seed);
    private readonly List<Sample> _samples = [];

    public async Task<IReadOnlyList<Sample>> RunAsync()
    {
        var places = comparison.Settings
            .SelectMany(setting => setting.Entrants.Select(entrant => (Setting: setting.Title, Entrant: entrant)))
            .Where(place => place.Entrant.Missing is null)
            .ToArray();
        var rounds = settings.Rounds ?? comparison.Rounds;
        for (var round = 1; round <= rounds;)
        {
            // New processes every few rounds: what one process happens to be (its layout, the order of its compilation) is chance too.
            using var servers = await RunningServers.StartAsync(places.Select(place => place.Entrant), settings);
            for (var age = 0; age < comparison.Lifetime && round <= rounds; age++, round++)
            {
                _order.Shuffle(places);
                foreach (var (setting, entrant) in places)
                {
                    var sample = await MeasureAsync(setting, round, entrant, servers[entrant]);
                    _samples.Add(sample);
                    var figures = string.Join(", ", comparison.Figures.Select(figure => $"{figure.Show(figure.Of(sample))} {figure.Title}"));
                    await progress.WriteLineAsync($"{comparison.Name} {round}/{rounds}, {setting}, {entrant.Title}: {figures}");
                }
            }
        }

        return _samples;
    }

    private async Task<Sample> MeasureAsync(string setting, int round, Entrant entrant, RunningServer server)
    {
        var url = server.UrlFor(entrant.Load.Body);
        await entrant.Load.TouchAsync(url, settings.LoadCore);
        var memory = server.ResidentBytes;
        var start = server.CpuSeconds;
        var load = await entrant.Load.RunAsync(url, settings.Seconds ?? comparison.Seconds, settings.LoadCore);
        var cpu = server.CpuSeconds - start;
        var calls = load.Requests * entrant.Load.Body.Calls;
        var sample = new Sample(setting, round, entrant.Title, calls, load.Seconds, cpu, load.CpuSeconds, memory, server.ResidentBytes);
        entrant.Load.Rest();
        return sample;
    }
}
