using System.Globalization;
using System.Text;
using Nearcall.EndToEnd.Comparisons;
using Nearcall.EndToEnd.Figures;

namespace Nearcall.EndToEnd.Results;

/// <summary>
/// The samples of a comparison as tables in Markdown, one for each setting: medians, and medians of the ratios to the first entrant
/// within each round.
/// </summary>
internal static class ComparisonTable
{
    public static string Of(Comparison comparison, IReadOnlyList<Sample> samples)
    {
        var text = new StringBuilder();
        foreach (var setting in comparison.Settings)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {setting.Title} |")
                .AppendJoin('|', comparison.Figures.Select(figure => $" {figure.Title} | × | 95 % ")).Append("|\n|---|").AppendJoin('|', comparison.Figures.Select(_ => "--:|--:|--:")).Append("|\n");
            var own = samples.Where(sample => sample.Setting == setting.Title).ToLookup(sample => sample.Entrant);
            var reference = own[setting.Entrants[0].Title].ToArray();
            foreach (var entrant in setting.Entrants.Where(entrant => entrant.Missing is null))
            {
                text.Append(CultureInfo.InvariantCulture, $"| {entrant.Title} |")
                    .AppendJoin('|', comparison.Figures.Select(figure => Cells(figure, [.. own[entrant.Title]], reference)))
                    .Append("|\n");
            }

            text.Append('\n');
        }

        var missing = comparison.Settings.SelectMany(setting => setting.Entrants).Where(entrant => entrant.Missing is not null);
        foreach (var entrant in missing.DistinctBy(entrant => entrant.Title))
        {
            text.Append(CultureInfo.InvariantCulture, $"Left out: {entrant.Title}, for {entrant.Missing}.\n\n");
        }

        return text.ToString();
    }

    // Without its reference a figure stands alone.
    private static string Cells(Figure figure, Sample[] own, Sample[] reference)
    {
        var absolute = figure.Show(Median.Of(own.Select(figure.Of)).Value);
        var ratios = own
            .Join(reference, sample => sample.Round, other => other.Round, (sample, other) => figure.Of(sample) / figure.Of(other))
            .ToArray();
        if (ratios.Length == 0 || own[0].Entrant == reference[0].Entrant)
        {
            return $" {absolute} | {(ratios.Length == 0 ? "" : "1")} | ";
        }

        var ratio = Median.Of(ratios);
        var interval = ratio is { Low: { } low, High: { } high } ? $"{Ratio(low)}–{Ratio(high)}" : "–";
        return $" {absolute} | {Ratio(ratio.Value)} | {interval} ";
    }

    private static string Ratio(double figure) =>
        figure.ToString(figure switch { >= 10 => "N1", >= 2 => "N2", _ => "N3" }, CultureInfo.InvariantCulture);
}
