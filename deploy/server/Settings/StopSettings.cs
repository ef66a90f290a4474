namespace Nearcall.Server.Settings;

/// <summary>How a server goes.</summary>
/// <param name="NotReady">How long it still takes calls after it has said that it goes.</param>
/// <param name="Within">When it has ended, whatever happens.</param>
internal sealed record StopSettings(TimeSpan NotReady, TimeSpan Within)
{
    private static readonly TimeSpan LongestFlush = TimeSpan.FromSeconds(5);

    /// <summary>What is kept of the time to send the last telemetry, and to let the process end.</summary>
    public TimeSpan Flush { get; } = TimeSpan.FromTicks(Math.Min(LongestFlush.Ticks, (Within - NotReady).Ticks / 4));

    /// <summary>How long calls that were taken may still run.</summary>
    public TimeSpan Answering => Within - NotReady - Flush;
}
