using System.Globalization;
using System.Text;
using Nearcall.Fleet.Simulation.Inputs;

namespace Nearcall.Fleet.Simulation.Tables;

/// <summary>What grows with the number of machines, by arithmetic alone.</summary>
internal static class SizeTable
{
    private const double SecondsPerDay = 86_400;

    // What deploy/nginx keeps for each of its workers, and what deploy/haproxy asks each server each second.
    private const double Kept = 64;
    private const double ChecksPerSecond = 1;

    public static string Of(IReadOnlyList<int> sizes, Measured measured, Assumptions assumptions)
    {
        var text = new StringBuilder();
        text.Append("| machines | calls per second | calls per day | proxies of that size | connections kept at each server | their memory | checks at each server | CPU for checks |\n");
        text.Append("|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var machines in sizes)
        {
            var rate = machines * assumptions.Cores * assumptions.Use / measured.Server;
            var proxies = Math.Ceiling(rate * (measured.Proxy ?? measured.Server) / assumptions.Use / assumptions.Cores);
            var connections = proxies * assumptions.Cores * Kept / machines;
            var checks = proxies * ChecksPerSecond;
            text.Append(CultureInfo.InvariantCulture, $"| {machines:N0} | {Short(rate)} | {Short(rate * SecondsPerDay)} | {proxies:N0} | {connections:N0} to {proxies * assumptions.Cores * Kept:N0} ");
            text.Append(CultureInfo.InvariantCulture, $"| {Short(connections * measured.IdleConnection)}B to {Short(proxies * assumptions.Cores * Kept * measured.IdleConnection)}B ");
            text.Append(CultureInfo.InvariantCulture, $"| {checks:N0}/s | {100 * checks * measured.Server / assumptions.Cores:0.0#} % |\n");
        }

        return text.ToString();
    }

    private static string Short(double number) => number switch
    {
        >= 1e12 => string.Create(CultureInfo.InvariantCulture, $"{number / 1e12:0.0} T"),
        >= 1e9 => string.Create(CultureInfo.InvariantCulture, $"{number / 1e9:0.0} G"),
        >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{number / 1e6:0.0} M"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{number / 1e3:0.0} k"),
    };
}
