using System.Globalization;
using BenchmarkDotNet.Running;
using Nearcall.Benchmarks.Comparisons;
using Nearcall.Benchmarks.Counts;

switch (args)
{
    case ["ratios", .. var rest]:
        ComparisonTable.Print(
            rest is [var pattern, ..] ? pattern : "",
            rest is [_, var rounds, ..] ? int.Parse(rounds, CultureInfo.InvariantCulture) : 25,
            Console.Out);
        break;
    case ["count", var name, var times]:
        OperationCount.Run(name, int.Parse(times, CultureInfo.InvariantCulture), Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
