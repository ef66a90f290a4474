using System.Runtime.InteropServices;
using Nearcall.Tool.Connection;

namespace Nearcall.Tool;

internal static class Program
{
    internal static async Task<int> Main(string[] args)
    {
        using var interrupted = new CancellationTokenSource();
        // The first Ctrl+C ends the call in good order, the second one the process.
        using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = !interrupted.IsCancellationRequested;
            interrupted.Cancel();
        });

        return await ToolProgram.RunAsync(args, CreateEnvironment(), interrupted.Token).ConfigureAwait(false);
    }

    private static ToolEnvironment CreateEnvironment() => new()
    {
        Output = StandardStreams.OpenOutput(),
        Error = StandardStreams.OpenError(),
        Input = Console.OpenStandardInput(),
        IsOutputTerminal = !Console.IsOutputRedirected,
        GetVariable = Environment.GetEnvironmentVariable,
        AskSecret = Console.IsInputRedirected ? null : SecretPrompt.Ask,
    };
}
