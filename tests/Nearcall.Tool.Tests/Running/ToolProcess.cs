using System.Diagnostics;
using System.Text;

namespace Nearcall.Tool.Tests.Running;

/// <summary>The tool as a shell runs it: a process whose output is a pipe.</summary>
internal sealed class ToolProcess : IDisposable
{
    private readonly Process _process;

    private ToolProcess(ProcessStartInfo start) => _process = Process.Start(start)!;

    public int Id => _process.Id;

    public static ToolProcess Start(params string[] words) =>
        Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "Nearcall.Tool.dll"), .. words]);

    public static ToolProcess Start(string program, string[] words)
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
}
