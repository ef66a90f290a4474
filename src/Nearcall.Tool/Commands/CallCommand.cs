using System.CommandLine;
using Nearcall.Tool.Arguments;
using Nearcall.Tool.Connection;
using Nearcall.Tool.Output;

namespace Nearcall.Tool.Commands;

/// <summary><c>nearcall call URL METHOD ARGS…</c></summary>
internal sealed class CallCommand : Command
{
    private const string Explanation = """
        The arguments, by their shape or typed:
          10               int; i8 where an int is too small
          2.5              double
          true, false      boolean
          nil              nil
          anything else    string
          s:TEXT           string, whatever it looks like
          i:N  i8:N  d:N   int, i8, double
          b:true           boolean
          date:DATE        dateTime, as in 1998-07-17T14:08:55
          b64:TEXT         base64 of TEXT, which is base64 already
          b64:@FILE        base64 of what is in a file
          json:JSON        struct or array, as in json:{"a":1}
          json:@FILE       the same from a file
        FILE may be - for standard input.
        """;

    private readonly Argument<string[]> _arguments = new("ARGS") { Arity = ArgumentArity.ZeroOrMore, Description = Explanation };
    private readonly Option<bool> _json = AnswerOptions.Json();
    private readonly Option<bool> _xml = AnswerOptions.Xml();
    private readonly Argument<string> _address = AnswerOptions.Address();
    private readonly Argument<string> _method = new("METHOD") { Description = "The name of the method." };

    public CallCommand(ConnectionOptions connection, ToolEnvironment environment)
        : base("call", "Calls a method and prints its answer.")
    {
        Arguments.Add(_address);
        Arguments.Add(_method);
        Arguments.Add(_arguments);
        Options.Add(_json);
        Options.Add(_xml);
        SetAction((command, cancellationToken) => RunAsync(command, connection, environment, cancellationToken));
    }

    private async Task<int> RunAsync(
        ParseResult command, ConnectionOptions connection, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var files = new ArgumentFiles(environment.Input);
        var parser = new ArgumentParser(files);
        var format = Format(command);
        var address = ServerAddress.Parse(command.GetRequiredValue(_address));
        XmlRpcValue[] arguments = [.. (command.GetValue(_arguments) ?? []).Select(parser.Parse)];
        using var server = connection.Open(command, address, files);
        var result = await Send(server.Client, command.GetRequiredValue(_method), arguments, cancellationToken).ConfigureAwait(false);
        if (result.Fault is { } fault)
        {
            await environment.Error.WriteLineAsync(AnswerText.Of(fault, format)).ConfigureAwait(false);
            return ExitCode.Fault;
        }

        await environment.Output.WriteLineAsync(AnswerText.Of(result.Value, format, environment.IsOutputTerminal)).ConfigureAwait(false);
        return ExitCode.Answer;
    }

    /// <summary>Sends a call. Arguments that cannot be written are the fault of the command line; the answer is not.</summary>
    private static Task<XmlRpcResult<XmlRpcValue>> Send(
        XmlRpcClient client, string method, XmlRpcValue[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            return client.TryCallAsync(method, cancellationToken, arguments);
        }
        catch (XmlRpcFormatException e)
        {
            throw new UsageException($"The call cannot be sent. {FormatProblem.Describe(e)}");
        }
    }

    private AnswerFormat Format(ParseResult command) => (command.GetValue(_json), command.GetValue(_xml)) switch
    {
        (true, true) => throw new UsageException("--json and --xml exclude each other."),
        (true, _) => AnswerFormat.Json,
        (_, true) => AnswerFormat.Xml,
        _ => AnswerFormat.Readable,
    };
}
