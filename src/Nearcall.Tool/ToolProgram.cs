using System.CommandLine;
using Nearcall.Tool.Commands;
using Nearcall.Tool.Output;

namespace Nearcall.Tool;

/// <summary>Runs one command line from its words to its exit code. Whatever goes wrong becomes one line and a code.</summary>
internal static class ToolProgram
{
    // Files of arguments and bundled letters would take arguments such as @home and -xyz away from the method.
    private static readonly ParserConfiguration Parsing = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(string[] args, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var code = await TryAsync(() => InvokeAsync(args, environment, cancellationToken), environment).ConfigureAwait(false);
        var flushed = await TryAsync(() => FlushAsync(environment), environment).ConfigureAwait(false);
        return code == ExitCode.Answer ? flushed : code;
    }

    private static async Task<int> InvokeAsync(string[] args, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var root = new NearcallCommand(environment);
        var command = root.Parse(args, Parsing);
        CommandLineErrors.ThrowIfAny(command, args);
        var invocation = new InvocationConfiguration
        {
            Output = environment.Output,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await command.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> FlushAsync(ToolEnvironment environment)
    {
        await environment.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        return ExitCode.Answer;
    }

    private static async Task<int> TryAsync(Func<Task<int>> step, ToolEnvironment environment)
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // A person pressed Ctrl+C; a time-out has an exception of its own.
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            var (code, line) = Failures.Describe(e);
            await environment.Error.WriteLineAsync(line).ConfigureAwait(false);
            return code;
        }
    }
}
