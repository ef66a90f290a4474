using Nearcall.Server.Settings;

namespace Nearcall.Server.Hosting;

/// <summary>What the program is asked to do.</summary>
internal sealed record CommandLine(Command Command, string? SettingsFile = null)
{
    public const string Help = """
        Usage: nearcall-server [--settings FILE] [--check]
               nearcall-server hash             reads a password from standard input, prints what goes into Users
               nearcall-server hash --api-key   reads an API key from standard input, prints what goes into ApiKeys
               nearcall-server --version | --help

          --settings FILE   the settings (JSON); else NEARCALL_SETTINGS, else /etc/nearcall-server/settings.json if it is there
          --check           checks the settings and ends

        Variables of the environment win over the file: NEARCALL_PORT=8001, NEARCALL_TLS__CERTIFICATE=/etc/tls/server.pem
        Exit codes: 0 ended in order, 1 the time to stop ran out, 2 cannot start, 3 wrong settings
        """;

    /// <exception cref="SettingsException">There is no such option.</exception>
    public static CommandLine Parse(string[] args) => args switch
    {
        ["--help" or "-h", ..] => new CommandLine(Command.Help),
        ["--version"] => new CommandLine(Command.Version),
        ["hash"] => new CommandLine(Command.HashPassword),
        ["hash", "--api-key"] => new CommandLine(Command.HashKey),
        _ => ParseOptions(args),
    };

    private static CommandLine ParseOptions(string[] args)
    {
        var line = new CommandLine(Command.Run);
        for (var i = 0; i < args.Length; i++)
        {
            line = args[i] switch
            {
                "--check" => line with { Command = Command.Check },
                "--settings" when i + 1 < args.Length => line with { SettingsFile = args[++i] },
                "--settings" => throw new SettingsException("--settings: the name of a file is expected behind it."),
                var other => throw new SettingsException($"{other}: there is no such argument here; see nearcall-server --help."),
            };
        }

        return line;
    }
}
