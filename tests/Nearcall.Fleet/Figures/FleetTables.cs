using System.Globalization;
using System.Text;
using Nearcall.EndToEnd.Results;
using Nearcall.Fleet.Load;
using Nearcall.Fleet.Rounds;

namespace Nearcall.Fleet.Figures;

/// <summary>The figures of all rounds as Markdown.</summary>
internal static class FleetTables
{
    public static string Of(FleetResult result, double pace)
    {
        var text = new StringBuilder();
        Blow[] blows = [Blow.None, Blow.Killed, Blow.Drained, Blow.Frozen];
        text.Append("| while a server was | calls | `add` failed | `enter` may have run: it had | it had not | surely not run | run twice |\n");
        text.Append("|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var blow in blows)
        {
            AddCounts(text, Name(blow), [.. result.Calls.Where(call => call.During == blow)], result.Executions);
        }

        AddCounts(text, "**in all**", [.. result.Calls], result.Executions);
        text.Append("\n| while a server was | p50 | p99 | p99.9 | slowest answer | slowest error |\n|---|--:|--:|--:|--:|--:|\n");
        foreach (var blow in blows)
        {
            AddLatencies(text, Name(blow), result.Calls.Where(call => call.During == blow));
        }

        AddLatencies(text, "**in all**", result.Calls);
        var (limit, server, proxy) = (result.Limit.CallsPerSecond, result.Limit.ServerSeconds, result.Limit.ProxySeconds);
        text.Append(
            CultureInfo.InvariantCulture,
            $"\nCPU of a call: servers {server * 1e6:0} µs, proxy with TLS {proxy * 1e6:0} µs.\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n<sub>{result.Rounds.Count} rounds; {result.Rate:N0} calls per second asked of a fleet that answers {limit:N0}; ");
        text.Append(CultureInfo.InvariantCulture, $"times of deploy/ divided by {pace} · {Machine.Line}, ");
        text.Append("for three servers, proxy and callers together</sub>\n");
        return text.ToString();
    }

    public static string Name(Blow blow) => blow switch
    {
        Blow.None => "left alone",
        Blow.Killed => "killed (kill -9)",
        Blow.Drained => "drained (SIGTERM)",
        _ => "frozen (SIGSTOP)",
    };

    private static void AddCounts(StringBuilder text, string name, IReadOnlyList<Call> calls, Executions executions)
    {
        var entered = calls.Where(call => !call.IsIdempotent).ToArray();
        var open = entered.Where(call => call.Outcome == Outcome.MayHaveRun).ToArray();
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {calls.Count:N0} | {calls.Count(call => call.IsIdempotent && call.Outcome != Outcome.Answered):N0} ");
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {open.Count(call => executions.Of(call.Id) > 0):N0} | {open.Count(call => executions.Of(call.Id) == 0):N0} ");
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {entered.Count(call => call.Outcome == Outcome.SurelyNotRun):N0} | {entered.Count(call => executions.Of(call.Id) > 1):N0} |\n");
    }

    private static void AddLatencies(StringBuilder text, string name, IEnumerable<Call> calls)
    {
        var all = calls.ToArray();
        var answered = new Latencies(all.Where(call => call.Outcome == Outcome.Answered).Select(call => call.Seconds));
        var failed = new Latencies(all.Where(call => call.Outcome != Outcome.Answered).Select(call => call.Seconds));
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {Time(answered.At(0.5))} | {Time(answered.At(0.99))} | {Time(answered.At(0.999))} | {Time(answered.Greatest)} ");
        text.Append(CultureInfo.InvariantCulture, $"| {(failed.Count == 0 ? "–" : Time(failed.Greatest))} |\n");
    }

    private static string Time(double seconds) => seconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{1000 * seconds:0.0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s");
}
