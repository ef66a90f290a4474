namespace Nearcall.EndToEnd;

/// <summary>What the command line says for all comparisons.</summary>
/// <param name="Rounds">How often each entrant is measured; null leaves it to the comparison.</param>
/// <param name="Seconds">How long one measurement takes; null leaves it to the comparison.</param>
/// <param name="ServerCore">The core that servers run on; null leaves them where they like.</param>
/// <param name="LoadCore">The core that the load runs on.</param>
/// <param name="WarmUpSeconds">How much CPU a process that was just started uses up before it is measured.</param>
/// <param name="Seed">Of the order of the entrants within a round.</param>
internal sealed record RunSettings(int? Rounds, double? Seconds, int? ServerCore, int? LoadCore, double WarmUpSeconds, int Seed);
