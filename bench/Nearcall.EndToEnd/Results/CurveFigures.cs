using Nearcall.EndToEnd.Comparisons;
using Nearcall.EndToEnd.Figures;
using Nearcall.EndToEnd.Plots;

namespace Nearcall.EndToEnd.Results;

/// <summary>Makes the curves of a comparison that is drawn out of its samples.</summary>
internal static class CurveFigures
{
    public static IReadOnlyList<(Panel Panel, IReadOnlyList<Curve> Curves)> Of(Comparison comparison, IReadOnlyList<Sample> samples) =>
        [.. comparison.Plot!.Panels.Select(panel => (panel, Curves(comparison, panel, samples)))];

    private static IReadOnlyList<Curve> Curves(Comparison comparison, Panel panel, IReadOnlyList<Sample> samples) =>
    [
        .. comparison.Settings[0].Entrants.Where(entrant => entrant.Missing is null).Select(entrant =>
            new Curve(entrant.Title, entrant.Again, Points(comparison, panel, samples, entrant))),
    ];

    private static CurvePoint[] Points(Comparison comparison, Panel panel, IReadOnlyList<Sample> samples, Entrant entrant) =>
    [
        .. comparison.Settings.Select(setting => Point(
            setting.At,
            [.. samples
                .Where(sample => sample.Setting == setting.Title && sample.Entrant == entrant.Title)
                .Select(sample => panel.Of(setting.At, sample))])),
    ];

    private static CurvePoint Point(double at, double[] heights) => new(at, Median.Of(heights).Value, heights.Min(), heights.Max());
}
