using System.Globalization;

namespace Nearcall.Fleet.Simulation.Model;

/// <summary>What must hold in a fleet of any size, whatever the figures are.</summary>
internal static class Invariants
{
    // How many attempts docs/fleet.md promises at most, and what may hardly be more than one while a part of the fleet goes in order.
    private const double MostAttempts = 3;
    private const double AlmostOne = 1.02;

    // After a storm of twenty seconds, with half of the fleet free to work it off.
    private const double Recovery = 60;

    /// <summary>What does not hold, in words.</summary>
    public static IEnumerable<string> Broken(FleetOutcome outcome)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"{outcome.Scenario.Name}, {outcome.Machines:N0} machines, callers: {outcome.Callers.Name}");
        if (outcome.AttemptsPerCall > MostAttempts)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{where}: {outcome.AttemptsPerCall:0.00} attempts for each call.");
        }

        if (outcome.Scenario == Scenario.BlindStorm)
        {
            yield break;
        }

        if (outcome.Scenario == Scenario.Storm)
        {
            if (outcome.LastSlow > Scenario.StormEnd + Recovery)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{where}: still slow {outcome.LastSlow - Scenario.StormEnd:0} s after.");
            }

            yield break;
        }

        if (outcome.LostIdempotent > 0)
        {
            yield return $"{where}: {outcome.LostIdempotent} idempotent calls were lost.";
        }

        if (outcome.Scenario == Scenario.Deploy && (outcome.LostOthers > 0 || outcome.AttemptsPerCall > AlmostOne))
        {
            yield return $"{where}: {outcome.LostOthers} calls were lost though all machines went in order.";
        }
    }
}
