using System.CommandLine;
using Nearcall.Tool.Arguments;
using Nearcall.Tool.Connection;
using Nearcall.Tool.Output;

namespace Nearcall.Tool.Commands;

/// <summary><c>nearcall list URL</c></summary>
internal sealed class ListCommand : Command
{
    private readonly Argument<string> _address = AnswerOptions.Address();
    private readonly Option<bool> _json = AnswerOptions.Json();

    public ListCommand(ConnectionOptions connection, ToolEnvironment environment)
        : base("list", "Lists the methods of a server, one on a line.")
    {
        Arguments.Add(_address);
        Options.Add(_json);
        SetAction((command, cancellationToken) => RunAsync(command, connection, environment, cancellationToken));
    }

    private async Task<int> RunAsync(
        ParseResult command, ConnectionOptions connection, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var address = ServerAddress.Parse(command.GetRequiredValue(_address));
        using var server = connection.Open(command, address, new ArgumentFiles(environment.Input));
        var methods = await new ServerMethods(server.Client).ListAsync(cancellationToken).ConfigureAwait(false);
        var text = command.GetValue(_json) ? MethodText.JsonOf(methods) : MethodText.Of(methods);
        await environment.Output.WriteAsync(text).ConfigureAwait(false);
        return ExitCode.Answer;
    }
}
