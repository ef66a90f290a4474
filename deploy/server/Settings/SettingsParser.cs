using System.Buffers;
using System.Net;

namespace Nearcall.Server.Settings;

/// <summary>From names and texts to settings that fit together.</summary>
internal static class SettingsParser
{
    private static readonly SearchValues<char> NotInPaths = SearchValues.Create("{}*?# \\");

    /// <exception cref="SettingsException">A setting cannot be used, or does not exist.</exception>
    public static ServerSettings Parse(SettingsReader reader)
    {
        var settings = new ServerSettings
        {
            Address = ParseAddress(reader),
            Port = (ushort)reader.Number("Port", 8000, 0, ushort.MaxValue),
            PortSource = reader.Where("Port"),
            Path = ParsePath(reader),
            Certificate = TlsSettings.Parse(reader),
            Callers = CredentialSettings.Parse(reader),
            Limits = LimitSettings.Parse(reader),
            KnownProxies = ProxySettings.Parse(reader),
            Collector = TelemetrySettings.Parse(reader),
            LogLevel = ParseLogLevel(reader),
            RequestLog = reader.Switch("RequestLog"),
            Stop = ParseStop(reader),
        };
        reader.RefuseUnknown();
        return settings;
    }

    private static IPAddress? ParseAddress(SettingsReader reader) => reader.Text("Address") switch
    {
        null or "*" => null,
        var text when IPAddress.TryParse(text, out var address) => address,
        _ => throw reader.Error("Address", "an IP address is expected, or * for all"),
    };

    private static string ParsePath(SettingsReader reader)
    {
        var path = reader.Text("Path") ?? "/RPC2";
        if (path[0] != '/' || path.AsSpan().ContainsAny(NotInPaths))
        {
            throw reader.Error("Path", "a path that begins with / is expected, without wildcards");
        }

        return path.StartsWith("/health", StringComparison.OrdinalIgnoreCase) ? throw reader.Error("Path", "a path outside /health is expected") : path;
    }

    private static LogLevel ParseLogLevel(SettingsReader reader) => reader.Text("Log:Level") switch
    {
        null or "Information" => LogLevel.Information,
        "Debug" => LogLevel.Debug,
        "Warning" => LogLevel.Warning,
        "Error" => LogLevel.Error,
        _ => throw reader.Error("Log:Level", "Debug, Information, Warning or Error is expected"),
    };

    private static StopSettings ParseStop(SettingsReader reader)
    {
        var stop = new StopSettings(reader.Seconds("Stop:NotReady", 5, 0, 3600), reader.Seconds("Stop:Within", 25, 0.1, 3600));
        return stop.NotReady < stop.Within
            ? stop
            : throw reader.Error("Stop:Within", FormattableString.Invariant($"more than the {stop.NotReady.TotalSeconds} s of Stop:NotReady is expected"));
    }
}
