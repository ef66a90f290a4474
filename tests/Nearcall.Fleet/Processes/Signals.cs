using System.Runtime.InteropServices;

namespace Nearcall.Fleet.Processes;

/// <summary>Signals to a process that was started here.</summary>
internal static partial class Signals
{
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Stop = 19;

    /// <exception cref="InvalidOperationException">There is no such process.</exception>
    public static void Send(int processId, int signal)
    {
        if (!TrySend(processId, signal))
        {
            throw new InvalidOperationException($"Signal {signal} did not reach process {processId}: {Marshal.GetLastPInvokeErrorMessage()}.");
        }
    }

    /// <summary>Whether there was such a process.</summary>
    public static bool TrySend(int processId, int signal) => SendSignal(processId, signal) == 0;

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int processId, int signal);
}
