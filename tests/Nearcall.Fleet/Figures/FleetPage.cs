using System.Globalization;
using Nearcall.EndToEnd.Pages;
using Nearcall.EndToEnd.Plots;
using Nearcall.Fleet.Load;
using Nearcall.Fleet.Rounds;
using Nearcall.Tests.Rules;

namespace Nearcall.Fleet.Figures;

/// <summary>The tables and the latency curve, into the documentation.</summary>
internal static class FleetPage
{
    // One in so many calls is slower.
    private static readonly double[] OneIn = [2, 10, 100, 1000, 10_000];

    public static void Write(string front, FleetResult result, string tables)
    {
        var results = Repository.PathOf("bench/results");
        File.WriteAllText(Path.Combine(results, $"fleet-{front}.md"), tables);
        var pictures = Directory.CreateDirectory(Repository.PathOf("docs/fleet")).FullName;
        File.WriteAllText(Path.Combine(pictures, $"{front}.svg"), Draw(front, result));
        Fill();
    }

    /// <summary>Puts the figures of bench/results into the page.</summary>
    public static void Fill() => PerformancePage.Fill(Repository.PathOf("docs/fleet.md"), Repository.PathOf("bench/results"));

    private static string Draw(string front, FleetResult result)
    {
        var panel = new Panel("the answer took at most, ms", (_, _) => 0, Logarithmic: true);
        var plot = new CurvePlot("of the calls that were answered", oneIn => string.Create(CultureInfo.InvariantCulture, $"{100 - 100 / oneIn:0.##} %"), panel);
        Blow[] blows = [Blow.None, Blow.Killed, Blow.Drained, Blow.Frozen];
        return SvgPlot.Draw($"Calls through {front}, while a server is", plot, [(panel, [.. blows.Select(blow => CurveOf(blow, result))])]);
    }

    private static Curve CurveOf(Blow blow, FleetResult result)
    {
        var latencies = new Latencies(
            from call in result.Calls where call.During == blow && call.Outcome == Outcome.Answered select 1000 * call.Seconds);
        return new Curve(
            FleetTables.Name(blow).Split(" (")[0],
            IsAgain: false,
            [.. OneIn.Select(oneIn => latencies.At(1 - 1 / oneIn)).Zip(OneIn, (height, at) => new CurvePoint(at, height, height, height))]);
    }
}
