namespace Nearcall.EndToEnd.Figures;

/// <summary>
/// The median of some figures with its 95 % interval. The interval is made of two of the figures themselves and needs no assumption
/// about their distribution: the median of all lies outside of them as rarely as a fair coin falls so often on one side.
/// </summary>
internal readonly record struct Median(double Value, double? Low, double? High)
{
    private const double OneTail = 0.025;

    public static Median Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        var middle = sorted.Length / 2;
        var value = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        var cut = FiguresToCut(sorted.Length);
        return cut is null ? new(value, null, null) : new(value, sorted[cut.Value], sorted[^(cut.Value + 1)]);
    }

    // The most figures that may be cut off at each end; with fewer than six the whole range is not yet a 95 % interval.
    private static int? FiguresToCut(int count)
    {
        var probability = Math.Pow(0.5, count);
        var tail = probability;
        int? cut = null;
        for (var i = 0; tail <= OneTail; i++)
        {
            cut = i;
            probability *= (double)(count - i) / (i + 1);
            tail += probability;
        }

        return cut;
    }
}
