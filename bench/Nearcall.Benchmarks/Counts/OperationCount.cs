using System.Globalization;
using Nearcall.Benchmarks.Operations;

namespace Nearcall.Benchmarks.Counts;

/// <summary>
/// Runs an operation a given number of times and nothing else, for an instrument that counts instructions: what two runs of different
/// lengths differ by belongs to the operation alone. Says what the operation allocates as well, which is exact too.
/// </summary>
internal static class OperationCount
{
    /// <summary>More often than the runtime runs a method before it compiles it for good.</summary>
    private const int WarmUp = 100;

    /// <summary>Runs an operation.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="times">How often, after runs that are there to compile the code.</param>
    /// <param name="output">Where the bytes per run are written.</param>
    public static void Run(string name, int times, TextWriter output)
    {
        var run = Operation.Named(name).Prepare();
        for (var time = 0; time < WarmUp; time++)
        {
            run();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < times; time++)
        {
            run();
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {allocated / Math.Max(times, 1)}"));
    }
}
