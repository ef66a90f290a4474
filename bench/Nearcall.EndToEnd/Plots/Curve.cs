namespace Nearcall.EndToEnd.Plots;

/// <summary>A line of a panel.</summary>
/// <param name="Title">Its name in the legend.</param>
/// <param name="IsAgain">Whether it is the first curve measured again.</param>
/// <param name="Points">From left to right.</param>
internal sealed record Curve(string Title, bool IsAgain, IReadOnlyList<CurvePoint> Points);
