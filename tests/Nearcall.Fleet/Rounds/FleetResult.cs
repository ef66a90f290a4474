using Nearcall.Fleet.Figures;
using Nearcall.Fleet.Load;

namespace Nearcall.Fleet.Rounds;

/// <summary>All rounds together.</summary>
internal sealed class FleetResult(FleetLimit limit, double rate, Executions executions)
{
    private readonly List<RoundResult> _rounds = [];

    public FleetLimit Limit => limit;

    public double Rate => rate;

    public IReadOnlyList<RoundResult> Rounds => _rounds;

    public IEnumerable<Call> Calls => _rounds.SelectMany(round => round.Calls);

    public Executions Executions => executions;

    /// <summary>What must not happen, in words. A call that ran again in a later round is counted here too.</summary>
    public IReadOnlyList<string> Wrong => executions.Twice > 0 && _rounds.All(round => round.Wrong.Count == 0)
        ? [$"{executions.Twice} calls were executed more than once."]
        : [.. _rounds.SelectMany(round => round.Wrong)];

    public void Add(RoundResult round) => _rounds.Add(round);
}
