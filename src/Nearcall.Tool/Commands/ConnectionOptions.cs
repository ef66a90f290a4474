using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Nearcall.Tool.Arguments;
using Nearcall.Tool.Connection;

namespace Nearcall.Tool.Commands;

/// <summary>The options that every command has: how to reach the server, and what to show of it.</summary>
internal sealed class ConnectionOptions(ToolEnvironment environment)
{
    private const double LongestTimeout = 24 * 24 * 60 * 60;

    private readonly Option<TimeSpan?> _timeout = new("--timeout", "-t")
    {
        Description = "How long a call may take. Default: 100.",
        HelpName = "SECONDS",
        CustomParser = ParseTimeout,
        Recursive = true,
    };

    private readonly Option<bool> _verbose = new("--verbose", "-v")
    {
        Description = "Shows what goes over the wire, without secrets, on standard error.",
        Arity = ArgumentArity.Zero,
        Recursive = true,
    };

    private readonly Option<string?> _user = new("--user", "-u")
    {
        Description = "Basic authentication. The password comes from --password-file, from NEARCALL_PASSWORD or from a prompt.",
        HelpName = "NAME",
        Recursive = true,
    };

    private readonly Option<string?> _passwordFile = new("--password-file")
    {
        Description = "A file that holds the password of --user; - reads standard input.",
        HelpName = "FILE",
        Recursive = true,
    };

    private readonly Option<string?> _tokenFile = new("--token-file")
    {
        Description = "Bearer authentication with the token in a file; - reads standard input. Without it NEARCALL_TOKEN is used, if set.",
        HelpName = "FILE",
        Recursive = true,
    };

    private readonly Option<string[]> _header = new("--header", "-H")
    {
        Description = "A header of every request, or @FILE for a file of them. May be given more than once.",
        HelpName = "NAME: VALUE",
        Arity = ArgumentArity.OneOrMore,
        Recursive = true,
    };

    private readonly Option<string> _dialect = new("--dialect")
    {
        Description = "What is read and sent: strict is the protocol to the letter, tolerant what real servers do as well.",
        DefaultValueFactory = static _ => "tolerant",
        Recursive = true,
    };

    public void AddTo(Command command)
    {
        _dialect.AcceptOnlyFromAmong("strict", "tolerant");
        Option[] all = [_timeout, _verbose, _user, _passwordFile, _tokenFile, _header, _dialect];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Makes a client for a server. Nothing is sent yet.</summary>
    public ServerConnection Open(ParseResult command, Uri address, ArgumentFiles files)
    {
        var redaction = new Redaction();
        var credentials = new CredentialSource(environment, files);
        var options = new XmlRpcClientOptions
        {
            Dialect = command.GetValue(_dialect) == "strict" ? XmlRpcDialect.Strict : XmlRpcDialect.Tolerant with { WriteNil = true },
            UserAgent = $"nearcall/{NearcallCommand.Version}",
        };
        options.Timeout = command.GetValue(_timeout) ?? options.Timeout;
        HeaderLines.AddTo(options.Headers, command.GetValue(_header) ?? [], files);
        options.Credentials = credentials.Find(
            command.GetValue(_user), command.GetValue(_passwordFile), command.GetValue(_tokenFile), redaction);
        return new ServerConnection(address, options, command.GetValue(_verbose) ? new WireLog(environment.Error, redaction) : null);
    }

    private static TimeSpan? ParseTimeout(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 0.001 and <= LongestTimeout)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        result.AddError($"'{text}' is no time-out: it is a number of seconds above zero, up to 24 days.");
        return null;
    }
}
