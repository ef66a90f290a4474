using System.Globalization;
using Nearcall.Fleet.Figures;
using Nearcall.Fleet.Load;

namespace Nearcall.Fleet.Rounds;

/// <summary>What became of the calls of a round.</summary>
internal sealed class RoundResult(int round, IReadOnlyList<Call> calls, int hung, int drainedCode, Executions executions)
{
    private const int Shown = 5;

    public int Round => round;

    public IReadOnlyList<Call> Calls => calls;

    /// <summary>What must not happen, in words; empty where nothing did.</summary>
    public IReadOnlyList<string> Wrong { get; } = [.. Find(calls, hung, drainedCode, executions)];

    public int Failed(Blow blow, Outcome outcome) => calls.Count(call => call.During == blow && call.Outcome == outcome);

    public override string ToString()
    {
        var latencies = new Latencies(calls.Where(call => call.Outcome == Outcome.Answered).Select(call => call.Seconds));
        var failures = string.Join(", ", from blow in new[] { Blow.None, Blow.Killed, Blow.Drained, Blow.Frozen }
                                         select $"{Failed(blow, Outcome.MayHaveRun)} {Words[blow]}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"round {round,3}: {calls.Count,6} calls, may have run: {failures}; surely not: {calls.Count(call => call.Outcome == Outcome.SurelyNotRun)}; {latencies}")
            + string.Concat(Wrong.Take(Shown).Select(wrong => $"\n    WRONG: {wrong}"));
    }

    private static Dictionary<Blow, string> Words { get; } = new()
    {
        [Blow.None] = "calm", [Blow.Killed] = "killed", [Blow.Drained] = "drained", [Blow.Frozen] = "frozen",
    };

    private static IEnumerable<string> Find(IReadOnlyList<Call> calls, int hung, int drainedCode, Executions executions)
    {
        foreach (var call in calls)
        {
            var count = executions.Of(call.Id);
            if (call is { IsIdempotent: true, Outcome: not Outcome.Answered })
            {
                yield return $"Idempotent call {call.Id} ({call.During}) failed: {call.Error}";
            }
            else if (call.Outcome == Outcome.Unclear)
            {
                yield return $"Call {call.Id} ({call.During}) leaves open whether it was executed: {call.Error}";
            }
            else if (call is { IsIdempotent: false, Outcome: Outcome.Answered } && count == 0)
            {
                yield return $"Call {call.Id} ({call.During}) was answered and never executed.";
            }
            else if (call is { IsIdempotent: false, Outcome: Outcome.SurelyNotRun } && count > 0)
            {
                yield return $"Call {call.Id} ({call.During}) was executed, and its caller told that it surely was not: {call.Error}";
            }

            if (count > 1)
            {
                yield return $"Call {call.Id} ({call.During}) was executed {count} times.";
            }
        }

        if (hung > 0)
        {
            yield return $"{hung} calls never ended.";
        }

        if (drainedCode != 0)
        {
            yield return $"The drained server ended with code {drainedCode}.";
        }
    }
}
