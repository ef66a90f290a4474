namespace Nearcall.Fleet.Load;

/// <summary>A call that is over.</summary>
/// <param name="Id">Which; no two have the same.</param>
/// <param name="IsIdempotent">Whether it was one of <c>add</c>; else it was one of <c>enter</c>.</param>
/// <param name="During">What was being done to a server when it was due, or else when it ended.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Seconds">From when it was due to its end, so that a caller who was held up counts as one who waited.</param>
/// <param name="Error">What its caller was told, unless it was answered.</param>
internal sealed record Call(int Id, bool IsIdempotent, Blow During, Outcome Outcome, double Seconds, string? Error);
