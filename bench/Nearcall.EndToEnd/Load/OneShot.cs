using System.Diagnostics;
using Nearcall.EndToEnd.Processes;

namespace Nearcall.EndToEnd.Load;

/// <summary>A program that makes one call and ends, started again and again; what is measured is from its start to its end.</summary>
internal sealed class OneShot(Func<Uri, CommandLine> command, Body body, Func<string?>? missing = null) : LoadTool(body)
{
    public override string? Missing => missing?.Invoke();

    public override bool CanWarmUp => false;

    public override async Task<LoadResult> RunAsync(Uri url, double seconds, int? core)
    {
        var line = command(url).On(core);
        var runs = 0;
        var before = ProcessTree.EndedChildrenCpuSeconds;
        var start = Stopwatch.GetTimestamp();
        while (runs == 0 || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            var answer = await RunningProcess.RunAsync(line);
            if (!answer.Contains("15", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{line} answers: {answer}");
            }

            runs++;
        }

        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new(runs, elapsed, ProcessTree.EndedChildrenCpuSeconds - before);
    }
}
