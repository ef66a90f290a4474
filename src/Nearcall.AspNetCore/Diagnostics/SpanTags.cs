using Microsoft.AspNetCore.Http;

namespace Nearcall;

/// <summary>
/// What the spans of one method say from their start. Requests of one server name it alike, so that what was made for one serves the next.
/// </summary>
/// <param name="method">The name in telemetry.</param>
/// <remarks>Serves any number of calls at once; two that name the server differently take turns.</remarks>
internal sealed class SpanTags(string method)
{
    private Made? _last;

    /// <summary>Gives the tags.</summary>
    public KeyValuePair<string, object?>[] Of(HttpRequest request)
    {
        var host = request.Host;
        var isHttps = request.IsHttps;
        if (_last is { } last && last.IsHttps == isHttps && last.Host == host.Value)
        {
            return last.Tags;
        }

        List<KeyValuePair<string, object?>> tags =
        [
            new(TelemetryTags.System, TelemetryTags.SystemName),
            new(TelemetryTags.Method, method),
        ];
        if (host.HasValue)
        {
            tags.Add(new(TelemetryTags.ServerAddress, host.Host));
            tags.Add(new(TelemetryTags.ServerPort, host.Port ?? (isHttps ? 443 : 80)));
        }

        var made = new Made(host.Value, isHttps, [.. tags]);
        _last = made;
        return made.Tags;
    }

    private sealed record Made(string? Host, bool IsHttps, KeyValuePair<string, object?>[] Tags);
}
