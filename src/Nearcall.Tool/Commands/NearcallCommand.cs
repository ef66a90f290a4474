using System.CommandLine;
using System.CommandLine.Help;

namespace Nearcall.Tool.Commands;

/// <summary>The root of the command line. A new command is a file beside this one and a line in here.</summary>
internal sealed class NearcallCommand : Command
{
    public NearcallCommand(ToolEnvironment environment)
        : base("nearcall", "Calls XML-RPC servers, lists and describes what they offer, and shows the wire.")
    {
        var connection = new ConnectionOptions(environment);
        Subcommands.Add(new CallCommand(connection, environment));
        Subcommands.Add(new ListCommand(connection, environment));
        Subcommands.Add(new DescribeCommand(connection, environment));
        connection.AddTo(this);
        Options.Add(new HelpOption("--help", "-h") { Description = "Shows this help." });
        Options.Add(new Option<bool>("--version")
        {
            Description = "Shows the version.",
            Arity = ArgumentArity.Zero,
            Action = new VersionAction(environment.Output),
        });
    }

    public static string Version { get; } = typeof(NearcallCommand).Assembly.GetName().Version?.ToString(3) ?? "0";
}
