using System.Globalization;
using System.Text.RegularExpressions;
using Nearcall.Tests.Rules;

namespace Nearcall.Fleet.Simulation.Inputs;

/// <summary>What was measured, read where it was written down.</summary>
/// <param name="Server">Seconds of CPU that a server needs for a small call.</param>
/// <param name="Batched">The same for a call that travels in a batch.</param>
/// <param name="Proxy">Seconds of CPU that nginx with TLS needs for a call; null where that was not measured.</param>
/// <param name="IdleConnection">Octets of memory for a connection that is kept.</param>
internal sealed record Measured(double Server, double Batched, double? Proxy, double IdleConnection)
{
    private const string Results = "bench/results";

    public static Measured Read() => new(
        Last("gate", @"^\| Nearcall \|.*\| ([0-9.]+) µs \|", 1e-6) ?? throw Missing("gate"),
        Last("batching", @"^\| batched, HTTP/1.1 \|.*\| ([0-9.]+) µs \|", 1e-6) ?? throw Missing("batching"),
        Last("fleet-nginx", "proxy with TLS ([0-9.]+) µs", 1e-6),
        Last("idle", @"^\| Nearcall \|.*\| ([0-9.]+) kB \|", 1e3) ?? throw Missing("idle"));

    private static double? Last(string file, string pattern, double unit)
    {
        var path = Repository.PathOf($"{Results}/{file}.md");
        var matches = File.Exists(path) ? Regex.Matches(File.ReadAllText(path), pattern, RegexOptions.Multiline) : null;
        return matches is [.., var last] ? double.Parse(last.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * unit : null;
    }

    private static InvalidOperationException Missing(string file) => new($"{Results}/{file}.md does not say what it should.");
}
