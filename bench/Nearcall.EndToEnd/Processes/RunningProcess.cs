using System.Diagnostics;
using System.Text;

namespace Nearcall.EndToEnd.Processes;

/// <summary>A process that runs until it is disposed of, with all that it started.</summary>
internal sealed class RunningProcess : IDisposable
{
    private readonly CommandLine _command;
    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private RunningProcess(CommandLine command, Process process)
    {
        _command = command;
        _process = process;
        _process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public string Errors => $"{_command}: {_errors}";

    public static RunningProcess Start(CommandLine command) => new(command, Process.Start(
        new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>Runs a program to its end and gives what it printed.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static async Task<string> RunAsync(CommandLine command)
    {
        using var process = Start(command);
        var text = await process._process.StandardOutput.ReadToEndAsync();
        await process._process.WaitForExitAsync();
        return process._process.ExitCode == 0
            ? text
            : throw new InvalidOperationException($"Code {process._process.ExitCode}: {process.Errors}{text}");
    }

    /// <summary>Writes a line to the process and reads the line that it answers.</summary>
    public async Task<string> AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
        return await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"Ended in silence: {Errors}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
