using System.Diagnostics;
using System.Globalization;

namespace Nearcall.Streams;

/// <summary>The memory of this process, as the operating system counts it: all that is resident, the runtime's own included.</summary>
internal sealed class Memory
{
    private long _idle = Peak();

    /// <summary>The greatest memory since <see cref="MarkIdle"/>, beyond what was held then.</summary>
    public long PeakAboveIdle => Math.Max(Peak() - Volatile.Read(ref _idle), 0);

    public void MarkIdle()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        ResetPeak();
        using var process = Process.GetCurrentProcess();
        Volatile.Write(ref _idle, process.WorkingSet64);
    }

    /// <summary>Linux forgets the greatest value when it is told to; elsewhere, and where it refuses, that since the start is taken.</summary>
    private static void ResetPeak()
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                File.WriteAllText("/proc/self/clear_refs", "5");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The greatest memory so far stays what it was: {e.Message}");
        }
    }

    private static long Peak()
    {
        if (!OperatingSystem.IsLinux())
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }

        const string Name = "VmHWM:";
        var line = File.ReadLines("/proc/self/status").First(static line => line.StartsWith(Name, StringComparison.Ordinal));
        return long.Parse(line[Name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024;
    }
}
