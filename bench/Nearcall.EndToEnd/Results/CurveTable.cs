using System.Globalization;
using System.Text;
using Nearcall.EndToEnd.Comparisons;

namespace Nearcall.EndToEnd.Results;

/// <summary>The points of curves as a table in Markdown: a row for each place on the axis.</summary>
internal static class CurveTable
{
    public static string Of(Comparison comparison, IReadOnlyList<Sample> samples)
    {
        var panels = CurveFigures.Of(comparison, samples).Where(panel => panel.Panel.Tabled).ToArray();
        var columns = panels.SelectMany(panel => panel.Curves.Select(curve => (panel.Panel, Curve: curve))).ToArray();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"| {comparison.Plot!.Axis} |")
            .AppendJoin('|', columns.Select(column => $" {column.Curve.Title}, {column.Panel.Title} ")).Append("|\n|--:|")
            .AppendJoin('|', columns.Select(_ => "--:")).Append("|\n");
        foreach (var (setting, row) in comparison.Settings.Select((setting, row) => (setting, row)))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {comparison.Plot!.Label(setting.At)} |")
                .AppendJoin('|', columns.Select(column => $" {Show(column.Curve.Points[row].Height)} ")).Append("|\n");
        }

        return text.Append('\n').ToString();
    }

    private static string Show(double figure) =>
        figure.ToString(figure switch { >= 100 => "N0", >= 10 => "N1", >= 0.1 => "N2", _ => "G3" }, CultureInfo.InvariantCulture);
}
