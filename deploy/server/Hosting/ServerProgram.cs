using System.Reflection;
using Nearcall.Server.Credentials;
using Nearcall.Server.Settings;

namespace Nearcall.Server.Hosting;

/// <summary>A server from its command line to its exit code. Whatever goes wrong becomes one line and a code.</summary>
internal static class ServerProgram
{
    public static string Version { get; } =
        typeof(ServerProgram).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>Does what the command line says; to serve, until a signal ends it.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="map">Adds the methods.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Action<XmlRpcMethodsBuilder> map)
    {
        try
        {
            var line = CommandLine.Parse(args);
            return line.Command switch
            {
                Command.Help => Print(CommandLine.Help),
                Command.Version => Print($"nearcall-server {Version}"),
                Command.HashPassword => Print(HashCommand.Run(Console.In, isKey: false)),
                Command.HashKey => Print(HashCommand.Run(Console.In, isKey: true)),
                Command.Check => Print($"The settings are in order: port {Load(line).Port}."),
                _ => await ServerLife.RunAsync(Load(line), map),
            };
        }
        catch (SettingsException e)
        {
            return Fail(ExitCode.BadSettings, e);
        }
        catch (StartException e)
        {
            return Fail(ExitCode.CannotStart, e);
        }
    }

    private static ServerSettings Load(CommandLine line) => SettingsParser.Parse(SettingsSource.Open(line.SettingsFile));

    private static int Print(string text)
    {
        Console.WriteLine(text);
        return ExitCode.Done;
    }

    private static int Fail(int code, Exception exception)
    {
        Console.Error.WriteLine($"nearcall-server: {exception.Message.ReplaceLineEndings(" ")}");
        return code;
    }
}
