using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Nearcall.Benchmarks.Comparisons;

/// <summary>Measures comparisons and prints them as a table in Markdown.</summary>
internal static class ComparisonTable
{
    /// <summary>Prints a line for each comparison that matches.</summary>
    /// <param name="pattern">What the operations' names hold.</param>
    /// <param name="rounds">How often each is measured.</param>
    /// <param name="output">Where the table goes.</param>
    public static void Print(string pattern, int rounds, TextWriter output)
    {
        var vectors = Avx512F.IsSupported ? "AVX-512" : Avx2.IsSupported ? "AVX2" : "no AVX2";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {vectors}; {rounds} rounds."));
        output.WriteLine();
        output.WriteLine("| operation | beside | times as fast | 95 % interval | aim |");
        output.WriteLine("|---|---|--:|--:|--:|");
        foreach (var comparison in Comparison.Matching(pattern))
        {
            var ratio = ComparisonRun.Measure(comparison, rounds);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {comparison.Operation} | {comparison.Yardstick} | {ratio.Value:0.00} | {ratio.Low:0.00}–{ratio.High:0.00} | {comparison.Aim} |"));
            output.Flush();
        }
    }
}
