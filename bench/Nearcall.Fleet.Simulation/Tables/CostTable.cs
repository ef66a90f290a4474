using System.Globalization;
using System.Text;
using Nearcall.Fleet.Simulation.Inputs;

namespace Nearcall.Fleet.Simulation.Tables;

/// <summary>Machines and money for a billion calls.</summary>
internal static class CostTable
{
    private const double Billion = 1e9;
    private const double SecondsPerHour = 3600;

    public static string Of(Measured measured, Assumptions assumptions)
    {
        var text = new StringBuilder();
        text.Append("| a billion small calls | CPU per call | core-hours, all busy | core-hours at the chosen load | money for cores | money for traffic |\n");
        text.Append("|---|--:|--:|--:|--:|--:|\n");
        Add("servers alone, no TLS", measured.Server);
        if (measured.Proxy is { } proxy)
        {
            Add("nginx with TLS alone", proxy);
            Add("both", measured.Server + proxy);
        }

        Add("servers, calls in batches", measured.Batched);
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n<sub>Assumed: {assumptions.CoreHour:0.###} for a core-hour, {assumptions.Gigabyte:0.###} for a gigabyte that leaves, ");
        text.Append(CultureInfo.InvariantCulture, $"{assumptions.Octets:N0} octets for an answer, machines at {100 * assumptions.Use:0} % of their CPU.</sub>\n");
        return text.ToString();

        void Add(string name, double seconds)
        {
            var hours = Billion * seconds / SecondsPerHour;
            var traffic = Billion * assumptions.Octets / 1e9 * assumptions.Gigabyte;
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {name} | {seconds * 1e6:0.0} µs | {hours:0.0} | {hours / assumptions.Use:0.0} | {hours / assumptions.Use * assumptions.CoreHour:0.00} | {traffic:0.00} |\n");
        }
    }
}
