namespace Nearcall.EndToEnd.Comparisons;

/// <summary>All comparisons, in the order of the page.</summary>
internal static class ComparisonCatalog
{
    public static IReadOnlyList<Comparison> All { get; } = [.. ServerComparisons.All, .. ClientComparisons.All, .. ScalingComparisons.All];
}
