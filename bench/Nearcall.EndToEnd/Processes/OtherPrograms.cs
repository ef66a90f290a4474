using System.Diagnostics;
using System.Globalization;

namespace Nearcall.EndToEnd.Processes;

/// <summary>How much of the machine all programs had that have nothing to do with the measurement.</summary>
internal sealed class OtherPrograms
{
    private const double SecondsPerTick = 0.01;

    // The fields of the first line of /proc/stat, after its name.
    private const int Idle = 3;
    private const int WaitingForDisk = 4;
    private const int Stolen = 7;

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly double _before = CpuSeconds();

    /// <summary>The mean number of cores since the watch began. What was started since then must have ended.</summary>
    public double Cores => Math.Max(0, (CpuSeconds() - _before) / Stopwatch.GetElapsedTime(_start).TotalSeconds);

    public static OtherPrograms Watch() => new();

    private static double CpuSeconds()
    {
        var ticks = File.ReadLines("/proc/stat").First()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..(Stolen + 2)]
            .Select(field => long.Parse(field, CultureInfo.InvariantCulture))
            .ToArray();
        var busy = (ticks.Sum() - ticks[Idle] - ticks[WaitingForDisk]) * SecondsPerTick;
        return busy - ProcessTree.OwnCpuSeconds - ProcessTree.EndedChildrenCpuSeconds;
    }
}
