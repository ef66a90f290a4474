using System.Globalization;
using System.Text;
using Nearcall.Fleet.Simulation.Model;

namespace Nearcall.Fleet.Simulation.Tables;

/// <summary>What became of the calls.</summary>
internal static class OutcomeTable
{
    public static string OfSizes(IEnumerable<FleetOutcome> outcomes)
    {
        var text = new StringBuilder();
        text.Append("| what happens | machines | calls | idempotent calls lost | others, may have run | over a second | attempts per call | in the worst second |\n");
        text.Append("|---|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var outcome in outcomes)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {outcome.Scenario.Name} | {outcome.Machines:N0} | {outcome.Calls:N0} | {outcome.LostIdempotent:N0} | {Share(outcome.LostOthers, outcome)} ");
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Share(outcome.SlowCalls, outcome)} | {outcome.AttemptsPerCall:0.000} | {outcome.WorstSecond:0.00} |\n");
        }

        return text.ToString();
    }

    public static string OfCallers(IEnumerable<FleetOutcome> outcomes)
    {
        var text = new StringBuilder();
        text.Append("| servers | callers try | calls | idempotent calls lost | others, may have run | attempts per call | in the worst second | slow until, after it ended |\n");
        text.Append("|---|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var outcome in outcomes)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {(outcome.Scenario.ServersNotice ? "leave out" : "execute all")} | {outcome.Callers.Name} | {outcome.Calls:N0} | {Share(outcome.LostIdempotent, outcome)} | {Share(outcome.LostOthers, outcome)} ");
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {outcome.AttemptsPerCall:0.00} | {outcome.WorstSecond:0.0} | {outcome.LastSlow - Scenario.StormEnd:0} s |\n");
        }

        return text.ToString();
    }

    private static string Share(long count, FleetOutcome outcome) =>
        count == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / outcome.Calls:0.0##} %");
}
