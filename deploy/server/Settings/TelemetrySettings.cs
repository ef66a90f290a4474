namespace Nearcall.Server.Settings;

/// <summary>Where telemetry goes.</summary>
internal static class TelemetrySettings
{
    private const string Endpoint = "Otlp:Endpoint";

    /// <summary>Gives the base of the collector's addresses, as <c>http://collector:4318/</c>.</summary>
    /// <exception cref="SettingsException">It is no such address.</exception>
    public static Uri? Parse(SettingsReader reader) => reader.Text(Endpoint) switch
    {
        null => null,
        var text when Uri.TryCreate(text.TrimEnd('/') + '/', UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" => uri,
        _ => throw reader.Error(Endpoint, "an address such as http://localhost:4318 is expected"),
    };
}
