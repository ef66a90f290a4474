using System.CommandLine;
using Nearcall.Tool.Arguments;
using Nearcall.Tool.Connection;
using Nearcall.Tool.Output;

namespace Nearcall.Tool.Commands;

/// <summary><c>nearcall describe URL [METHOD]</c></summary>
internal sealed class DescribeCommand : Command
{
    private readonly Argument<string> _address = AnswerOptions.Address();
    private readonly Argument<string?> _method = new("METHOD")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The name of a method. Default: all of them.",
    };

    private readonly Option<bool> _json = AnswerOptions.Json();

    public DescribeCommand(ConnectionOptions connection, ToolEnvironment environment)
        : base("describe", "Shows what methods take and give, and what they say about themselves.")
    {
        Arguments.Add(_address);
        Arguments.Add(_method);
        Options.Add(_json);
        SetAction((command, cancellationToken) => RunAsync(command, connection, environment, cancellationToken));
    }

    private async Task<int> RunAsync(
        ParseResult command, ConnectionOptions connection, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var address = ServerAddress.Parse(command.GetRequiredValue(_address));
        using var server = connection.Open(command, address, new ArgumentFiles(environment.Input));
        var methods = new ServerMethods(server.Client);
        var isJson = command.GetValue(_json);
        if (command.GetValue(_method) is { } name)
        {
            var method = await methods.DescribeAsync(name, cancellationToken).ConfigureAwait(false);
            await environment.Output.WriteAsync(isJson ? MethodText.JsonOf(method) : MethodText.Of(method)).ConfigureAwait(false);
        }
        else
        {
            var all = await methods.DescribeAllAsync(cancellationToken).ConfigureAwait(false);
            await environment.Output.WriteAsync(isJson ? MethodText.JsonOf(all) : MethodText.Of(all)).ConfigureAwait(false);
        }

        return ExitCode.Answer;
    }
}
