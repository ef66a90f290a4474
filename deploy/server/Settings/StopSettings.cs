namespace Nearcall.Server.Settings;

/// <summary>How a server goes.</summary>
/// <param name="NotReady">How long it still takes calls after it has said that it goes.</param>
/// <param name="Within">When it has ended, whatever happens.</param>
internal sealed record StopSettings(TimeSpan NotReady, TimeSpan Within);
