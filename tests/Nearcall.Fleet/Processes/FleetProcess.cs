using System.Diagnostics;
using Nearcall.EndToEnd.Processes;

namespace Nearcall.Fleet.Processes;

/// <summary>A program that runs in one of the networks until it is disposed of. What it prints goes to a file.</summary>
internal sealed class FleetProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _log;

    private FleetProcess(Process process, string log) => (_process, _log) = (process, log);

    /// <summary>User and system time, its children's too.</summary>
    public double CpuSeconds => ProcessTree.CpuSeconds(_process.Id);

    public static FleetProcess Start(string network, string log, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> command)
    {
        // Each program replaces the one before it, so that the process that is started is the one that signals should reach.
        var start = new ProcessStartInfo("ip", ["netns", "exec", network, "sh", "-c", "exec \"$@\" > \"$0\" 2>&1", log, .. command]);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new FleetProcess(Process.Start(start)!, log);
    }

    public void Signal(int signal) => Signals.Send(_process.Id, signal);

    /// <summary>Waits until something is the case.</summary>
    /// <exception cref="InvalidOperationException">The program ended before.</exception>
    /// <exception cref="TimeoutException">It was not the case in time.</exception>
    public async Task WaitUntilAsync(Func<bool> isSo, string what)
    {
        var start = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"It ended with code {_process.ExitCode} before {what}. {Printed}");
            }

            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new TimeoutException($"Not in {Patience.TotalSeconds} s: {what}. {Printed}");
            }

            await Task.Delay(Look);
        }
    }

    /// <summary>Whether the program has printed a text.</summary>
    public bool HasPrinted(string text) => Printed.Contains(text, StringComparison.Ordinal);

    /// <summary>Waits for its end and gives its code.</summary>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"It did not end in {Patience.TotalSeconds} s. {Printed}");
        }

        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static TimeSpan Patience => TimeSpan.FromSeconds(60);

    private static TimeSpan Look => TimeSpan.FromMilliseconds(20);

    private string Printed
    {
        get
        {
            if (!File.Exists(_log))
            {
                return "";
            }

            using var reader = new StreamReader(new FileStream(_log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd();
        }
    }
}
