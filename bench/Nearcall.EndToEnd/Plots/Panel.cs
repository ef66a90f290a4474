using Nearcall.EndToEnd.Comparisons;

namespace Nearcall.EndToEnd.Plots;

/// <summary>One field of axes.</summary>
/// <param name="Title">What is drawn, with its unit.</param>
/// <param name="Of">The height of a sample at a place.</param>
/// <param name="Logarithmic">Whether equal distances are equal ratios; else the axis begins at 0.</param>
/// <param name="Tabled">Whether the table has it too; a figure that follows from another need not be there.</param>
internal sealed record Panel(string Title, Func<double, Sample, double> Of, bool Logarithmic = false, bool Tabled = true);
