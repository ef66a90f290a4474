using System.Diagnostics;
using System.Text;

namespace Nearcall.Tool.Tests.Running;

/// <summary>The tool as a shell runs it: a process whose output is a pipe.</summary>
internal sealed class ToolProcess : IDisposable
{
    private readonly Process _process;

    private ToolProcess(ProcessStartInfo start) => _process = Process.Start(start)!;

    public int Id => _process.Id;

    private static string Tool => Path.Combine(AppContext.BaseDirectory, "Nearcall.Tool.dll");

    public static ToolProcess Start(params string[] words) => StartProgram("dotnet", [Tool, .. words]);

    /// <summary>Runs a script in which <c>$0</c> is the tool and <c>$1</c> what is given.</summary>
    public static ToolProcess StartInShell(string script, string argument) => StartProgram("sh", ["-c", script, Tool, argument]);

    public async Task<ToolRun> EndAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        _process.StandardInput.Close();
        var output = _process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = _process.StandardError.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return new ToolRun(_process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static ToolProcess StartProgram(string program, string[] words)
    {
        var start = new ProcessStartInfo(program, words)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        };
        start.Environment.Remove("NEARCALL_PASSWORD");
        start.Environment.Remove("NEARCALL_TOKEN");
        return new ToolProcess(start);
    }
}
