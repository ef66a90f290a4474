using System.CommandLine;
using System.CommandLine.Invocation;

namespace Nearcall.Tool.Commands;

/// <summary>Prints the version alone, for scripts to compare.</summary>
internal sealed class VersionAction(TextWriter output) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        output.WriteLine(NearcallCommand.Version);
        return ExitCode.Answer;
    }
}
