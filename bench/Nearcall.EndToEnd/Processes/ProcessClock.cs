using System.Runtime.InteropServices;

namespace Nearcall.EndToEnd.Processes;

/// <summary>The CPU clock of any process, in nanoseconds, with its threads that have ended.</summary>
internal static partial class ProcessClock
{
    // What clock_getcpuclockid(3) makes of a process id: the id inverted, and below it the kind of clock that the scheduler keeps.
    private const int SchedulerClock = 2;

    public static bool TryRead(int processId, out double seconds)
    {
        var outcome = GetTime((~processId << 3) | SchedulerClock, out var time);
        seconds = time.Seconds + time.Nanoseconds / 1e9;
        return outcome == 0;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
