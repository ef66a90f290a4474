namespace Nearcall.EndToEnd.Plots;

/// <summary>Maps figures to places along an axis.</summary>
internal sealed class Scale
{
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];

    private readonly bool _logarithmic;
    private readonly double _low;
    private readonly double _high;
    private readonly double _start;
    private readonly double _length;

    private Scale(double low, double high, bool logarithmic, double start, double length)
    {
        (_low, _high, _logarithmic, _start, _length) = (Map(low, logarithmic), Map(high, logarithmic), logarithmic, start, length);
    }

    /// <summary>The figures that are written along the axis.</summary>
    public required IReadOnlyList<double> Ticks { get; init; }

    /// <summary>An axis from the first tick to the last.</summary>
    public static Scale Round(double low, double high, bool logarithmic, double start, double length)
    {
        var ticks = logarithmic ? Powers(low, high) : Multiples(high);
        return new(ticks[0], ticks[^1], logarithmic, start, length) { Ticks = ticks };
    }

    /// <summary>An axis whose ticks are the figures themselves, at distances that are their ratios.</summary>
    public static Scale Exact(IReadOnlyList<double> figures, double start, double length) =>
        new(figures[0], figures[^1], logarithmic: true, start, length) { Ticks = figures };

    public double this[double figure] => _start + (Map(figure, _logarithmic) - _low) / (_high - _low) * _length;

    private static double Map(double figure, bool logarithmic) => logarithmic ? Math.Log10(figure) : figure;

    private static double[] Powers(double low, double high)
    {
        var first = (int)Math.Floor(Math.Log10(low));
        var last = Math.Max(first + 1, (int)Math.Ceiling(Math.Log10(high)));
        return [.. Enumerable.Range(first, last - first + 1).Select(power => Math.Pow(10, power))];
    }

    private static double[] Multiples(double high)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(high / 4)));
        var step = power * Steps.First(factor => power * factor * 5 >= high * 1.02);
        return [.. Enumerable.Range(0, (int)Math.Ceiling(high * 1.02 / step) + 1).Select(count => count * step)];
    }
}
