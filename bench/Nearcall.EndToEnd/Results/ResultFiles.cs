using System.Globalization;
using Nearcall.EndToEnd.Comparisons;
using Nearcall.EndToEnd.Plots;

namespace Nearcall.EndToEnd.Results;

/// <summary>What a comparison leaves: its samples, its tables with the line of the machine, and its curves if it has some.</summary>
internal sealed class ResultFiles(string folder, string plots)
{
    /// <summary>The tables as they are printed and written.</summary>
    public static string Text(Comparison comparison, RunSettings settings, double otherCores, IReadOnlyList<Sample> samples)
    {
        var (rounds, seconds) = (settings.Rounds ?? comparison.Rounds, settings.Seconds ?? comparison.Seconds);
        var extent = string.Create(CultureInfo.InvariantCulture, $"{rounds} rounds of {seconds} s");
        var others = string.Create(CultureInfo.InvariantCulture, $"all other programs used {otherCores:N2} cores meanwhile");
        return $"{Tables(comparison, samples)}<sub>{extent} · {Machine.Line} · {others}</sub>\n";
    }

    public void Write(Comparison comparison, string text, IReadOnlyList<Sample> samples)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{comparison.Name}.md"), text);
        SampleFile.Write(Path.Combine(folder, $"{comparison.Name}.csv"), samples);
        if (comparison.Plot is { } plot && samples.Count > 0)
        {
            Directory.CreateDirectory(plots);
            File.WriteAllText(
                Path.Combine(plots, $"{comparison.Name}.svg"), SvgPlot.Draw(comparison.Title, plot, CurveFigures.Of(comparison, samples)));
        }
    }

    private static string Tables(Comparison comparison, IReadOnlyList<Sample> samples) =>
        comparison.Plot is null || samples.Count == 0 ? ComparisonTable.Of(comparison, samples) : CurveTable.Of(comparison, samples);
}
