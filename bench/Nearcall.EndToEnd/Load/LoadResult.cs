namespace Nearcall.EndToEnd.Load;

/// <summary>What a load came to.</summary>
/// <param name="Requests">Those that were answered.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="CpuSeconds">What the client used; 0 where the load is no client that is measured.</param>
internal readonly record struct LoadResult(long Requests, double Seconds, double CpuSeconds = 0);
