using System.Diagnostics;
using Nearcall.EndToEnd.Figures;

namespace Nearcall.Benchmarks.Comparisons;

/// <summary>
/// Runs an operation and its yardstick in turn, round by round, so that whatever else the machine does meets both, and takes the
/// ratio of each round.
/// </summary>
internal static class ComparisonRun
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(1500);

    /// <summary>Gives how many times as fast as its yardstick an operation is.</summary>
    public static Median Measure(Comparison comparison, int rounds)
    {
        var ours = comparison.Ours.Prepare();
        var theirs = comparison.Theirs.Prepare();
        _ = Time(ours, WarmUp);
        _ = Time(theirs, WarmUp);
        // The code that the warm-up asked for is compiled in the background; the second warm-up runs it.
        var ourTimes = Math.Max(1, (int)(Turn.TotalSeconds / Time(ours, WarmUp)));
        var theirTimes = Math.Max(1, (int)(Turn.TotalSeconds / Time(theirs, WarmUp)));
        var ratios = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            // Whoever is second may find a warmer or a fuller machine.
            var isOursFirst = round % 2 == 0;
            var first = Time(isOursFirst ? ours : theirs, isOursFirst ? ourTimes : theirTimes);
            var second = Time(isOursFirst ? theirs : ours, isOursFirst ? theirTimes : ourTimes);
            ratios[round] = isOursFirst ? second / first : first / second;
        }

        return Median.Of(ratios);
    }

    private static double Time(Func<long> run, TimeSpan atLeast)
    {
        var clock = Stopwatch.StartNew();
        var times = 0;
        do
        {
            run();
            times++;
        }
        while (clock.Elapsed < atLeast);

        return clock.Elapsed.TotalSeconds / times;
    }

    /// <summary>The seconds of one run, the garbage of the other's turn cleared away before.</summary>
    private static double Time(Func<long> run, int times)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        for (var time = 0; time < times; time++)
        {
            run();
        }

        return clock.Elapsed.TotalSeconds / times;
    }
}
