using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Nearcall.Interop.Tests.Peers;

/// <summary>A program that runs beside the tests, with the lines that it prints.</summary>
internal sealed partial class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _errors = new();

    private RunningProgram(Process process) => _process = process;

    /// <summary>The lines of standard output that nobody has read yet. It completes when the program ends.</summary>
    public ChannelReader<string> Lines => _lines.Reader;

    /// <summary>What stands on standard error so far.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    /// <summary>The memory that the program holds, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static RunningProgram Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        var program = new RunningProgram(new Process { StartInfo = start });
        program._process.OutputDataReceived += (_, data) => program.AddLine(data.Data);
        program._process.ErrorDataReceived += (_, data) => program.AddError(data.Data);
        program._process.Start();
        program._process.StandardInput.Close();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>
    /// Checks that nothing stands on standard error, but for the web server's warning that the machine gives it too little time.
    /// </summary>
    public void AssertNoErrors()
    {
        var errors = SlowMachine().Replace(Errors, "");
        Assert.True(errors.Length == 0, errors);
    }

    /// <summary>Waits for the next line of standard output.</summary>
    public async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(StartTimeout);
        try
        {
            return await Lines.ReadAsync(timeout.Token);
        }
        catch (Exception e) when (e is ChannelClosedException or OperationCanceledException)
        {
            throw new InvalidOperationException($"{_process.StartInfo.FileName} printed no further line. On standard error: {Errors}", e);
        }
    }

    /// <summary>Asks the program to end, as Ctrl+C and a service manager do, and gives its exit code.</summary>
    public async Task<int> InterruptAsync(int signal, CancellationToken cancellationToken)
    {
        Signal(signal);
        try
        {
            await _process.WaitForExitAsync(cancellationToken).WaitAsync(EndTimeout, cancellationToken);
        }
        catch (TimeoutException e)
        {
            // A program inherits what its parent ignores: Ctrl+C is ignored by all that a shell starts in the background.
            throw new InvalidOperationException($"The program did not end of signal {signal}. Were the tests started with it ignored?", e);
        }

        return _process.ExitCode;
    }

    /// <summary>Sends a signal, and waits for nothing.</summary>
    public void Signal(int signal) => Assert.Equal(0, Kill(_process.Id, signal));

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    [GeneratedRegex(@"^warn: Microsoft\.AspNetCore\.Server\.Kestrel.*\r?\n( +.*heartbeat.*\r?\n)+", RegexOptions.Multiline)]
    private static partial Regex SlowMachine();

    private void AddLine(string? line)
    {
        if (line is null)
        {
            _lines.Writer.TryComplete();
        }
        else
        {
            _lines.Writer.TryWrite(line);
        }
    }

    private void AddError(string? line)
    {
        if (line is not null)
        {
            lock (_errors)
            {
                _errors.AppendLine(line);
            }
        }
    }
}
