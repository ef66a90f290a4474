namespace Nearcall.Benchmarks.Comparisons;

/// <summary>The median of some figures, and the interval that holds the true median 95 times in 100.</summary>
internal readonly record struct Spread(double Median, double Low, double High)
{
    /// <summary>Makes the spread of at least six figures by their order alone, whatever their distribution.</summary>
    public static Spread Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        var outside = OutsideOnEachSide(sorted.Length);
        return new Spread(median, sorted[outside], sorted[^(outside + 1)]);
    }

    /// <summary>
    /// How many figures may lie outside on each side: as many as the binomial distribution of being above the median leaves 2.5 % for.
    /// </summary>
    private static int OutsideOnEachSide(int count)
    {
        var probability = Math.Pow(0.5, count);
        var sum = probability;
        var outside = 0;
        while (sum <= 0.025 && outside < count / 2)
        {
            outside++;
            probability *= (double)(count - outside + 1) / outside;
            sum += probability;
        }

        return Math.Max(outside - 1, 0);
    }
}
