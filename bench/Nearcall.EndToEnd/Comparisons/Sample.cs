namespace Nearcall.EndToEnd.Comparisons;

/// <summary>What one entrant did in one round.</summary>
internal sealed record Sample(
    string Setting, int Round, string Entrant, long Calls, double Seconds, double ServerCpuSeconds, double ClientCpuSeconds, long ResidentBytes)
{
    public double CallsPerSecond => Calls / Seconds;

    public double ServerMicroseconds => ServerCpuSeconds / Calls * 1e6;

    public double ClientMicroseconds => ClientCpuSeconds / Calls * 1e6;
}
