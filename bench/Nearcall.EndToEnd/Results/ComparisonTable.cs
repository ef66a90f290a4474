using System.Globalization;
using System.Text;
using Nearcall.EndToEnd.Comparisons;
using Nearcall.EndToEnd.Figures;

namespace Nearcall.EndToEnd.Results;

/// <summary>The samples of a comparison as tables in Markdown, one for each setting.</summary>
internal static class ComparisonTable
{
    public static string Of(Comparison comparison, IReadOnlyList<Sample> samples)
    {
        var text = new StringBuilder();
        foreach (var setting in comparison.Settings)
        {
            Append(text, setting, samples.Where(sample => sample.Setting == setting.Title).ToLookup(sample => sample.Entrant));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Setting setting, ILookup<string, Sample> samples)
    {
        var reference = setting.Entrants[0].Title;
        text.Append(CultureInfo.InvariantCulture, $"| {setting.Title} | calls/s | × | 95 % | server CPU per call | × | 95 % |\n")
            .Append("|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var entrant in setting.Entrants)
        {
            var own = samples[entrant.Title].ToArray();
            if (own.Length == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {entrant.Title} | left out: {entrant.Subject.Missing} | | | | | |\n");
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"| {entrant.Title} ")
                .Append(Cells(own, samples[reference], sample => sample.CallsPerSecond, Count))
                .Append(Cells(own, samples[reference], sample => sample.ServerMicroseconds, Microseconds))
                .Append("|\n");
        }

        text.Append('\n');
    }

    private static string Cells(Sample[] own, IEnumerable<Sample> reference, Func<Sample, double> figure, Func<double, string> show)
    {
        var absolute = Median.Of(own.Select(figure));
        var ratio = Median.Of(own.Join(reference, sample => sample.Round, other => other.Round, (sample, other) => figure(sample) / figure(other)));
        var interval = ratio is { Low: { } low, High: { } high } ? $"{Ratio(low)}–{Ratio(high)}" : "–";
        return $"| {show(absolute.Value)} | {Ratio(ratio.Value)} | {(own[0].Entrant == reference.First().Entrant ? "" : interval)} ";
    }

    private static string Count(double figure) => figure.ToString("N0", CultureInfo.InvariantCulture);

    private static string Microseconds(double figure) => figure switch
    {
        >= 1000 => (figure / 1000).ToString("N2", CultureInfo.InvariantCulture) + " ms",
        >= 10 => figure.ToString("N1", CultureInfo.InvariantCulture) + " µs",
        _ => figure.ToString("N2", CultureInfo.InvariantCulture) + " µs",
    };

    private static string Ratio(double figure) => figure.ToString(figure switch { >= 10 => "N1", >= 2 => "N2", _ => "N3" }, CultureInfo.InvariantCulture);
}
