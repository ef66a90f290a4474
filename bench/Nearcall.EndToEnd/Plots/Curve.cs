using Nearcall.EndToEnd.Figures;

namespace Nearcall.EndToEnd.Plots;

/// <summary>A line of a panel.</summary>
internal sealed record Curve(string Title, IReadOnlyList<(double At, Median Height)> Points);
