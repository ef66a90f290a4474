namespace Nearcall.EndToEnd.Comparisons;

/// <summary>What one entrant did in one round.</summary>
internal sealed record Sample(
    string Setting,
    int Round,
    string Entrant,
    long Calls,
    double Seconds,
    double ServerCpuSeconds,
    double ClientCpuSeconds,
    long ResidentBytesBefore,
    long ResidentBytes);
