using System.Net.Sockets;
using System.Reflection;
using Nearcall.Server.Settings;

namespace Nearcall.Server.Hosting;

/// <summary>A server from its command line to its exit code. Whatever goes wrong becomes one line and a code.</summary>
internal static class ServerProgram
{
    /// <summary>Runs until a signal ends it.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="map">Adds the methods.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Action<XmlRpcMethodsBuilder> map)
    {
        try
        {
            var line = CommandLine.Parse(args);
            switch (line.Command)
            {
                case Command.Help:
                    Console.WriteLine(CommandLine.Help);
                    return ExitCode.Done;
                case Command.Version:
                    Console.WriteLine($"nearcall-server {Version}");
                    return ExitCode.Done;
                case Command.Check:
                    SettingsParser.Parse(SettingsSource.Open(line.SettingsFile));
                    return ExitCode.Done;
                default:
                    return await ServeAsync(SettingsParser.Parse(SettingsSource.Open(line.SettingsFile)), map);
            }
        }
        catch (SettingsException e)
        {
            return Fail(ExitCode.BadSettings, e.Message);
        }
    }

    private static string Version =>
        typeof(ServerProgram).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    private static async Task<int> ServeAsync(ServerSettings settings, Action<XmlRpcMethodsBuilder> map)
    {
        await using var app = ServerHost.Build(settings, map);
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return Fail(ExitCode.CannotStart, $"{settings.PortSource}: cannot listen on port {settings.Port}. {e.Message}");
        }

        Console.WriteLine($"RPC Server running on port {new Uri(app.Urls.First().Replace("*", "localhost", StringComparison.Ordinal)).Port}...");
        await app.WaitForShutdownAsync();
        return ExitCode.Done;
    }

    private static int Fail(int code, string message)
    {
        Console.Error.WriteLine($"nearcall-server: {message.ReplaceLineEndings(" ")}");
        return code;
    }
}
