namespace Nearcall.EndToEnd.Load;

/// <summary>What a load came to.</summary>
internal readonly record struct LoadResult(long Requests, double Seconds);
