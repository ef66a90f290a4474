using System.Diagnostics;
using System.Text.RegularExpressions;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Tool;

/// <summary>The command <c>nearcall</c>, as it was built with these tests.</summary>
internal static partial class NearcallCommand
{
    private static readonly string Program =
        Path.Combine(Repository.Root, "src/Nearcall.Tool/bin", Repository.Configuration, "net10.0/Nearcall.Tool.dll");

    /// <summary>Runs the command with pipes at its streams.</summary>
    public static Task<ProgramRun> RunAsync(CancellationToken cancellationToken, params string[] arguments) =>
        ProgramRun.RunAsync(Command(arguments), cancellationToken);

    /// <summary>Runs the command in a terminal. Both its streams end in the output, without what steers the terminal.</summary>
    public static async Task<ProgramRun> RunInTerminalAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var command = Command(arguments);
        var start = PythonPeer.Command("terminal.py", [command.FileName, .. command.ArgumentList]);
        start.Environment["TERM"] = "xterm-256color";
        var run = await ProgramRun.RunAsync(start, cancellationToken);
        return run with { Output = ControlSequence().Replace(run.Output, "").ReplaceLineEndings("\n") };
    }

    public static Task<ProgramRun> RunAsync(bool inTerminal, CancellationToken cancellationToken, params string[] arguments) =>
        inTerminal ? RunInTerminalAsync(cancellationToken, arguments) : RunAsync(cancellationToken, arguments);

    private static ProcessStartInfo Command(string[] arguments) => DotNet.Command([Program, .. arguments]);

    [GeneratedRegex(@"\x1b(\[[0-9;?]*[A-Za-z]|[=>])")]
    private static partial Regex ControlSequence();
}
