using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Nearcall.EndToEnd.Processes;

namespace Nearcall.EndToEnd.Load;

/// <summary>h2load, for HTTP/2 with prior knowledge, each connection with so many requests open at once; or for HTTP/1.1.</summary>
internal partial class H2Load(int connections, int streams, Body body, bool http2 = true) : LoadTool(body)
{
    private const int TouchesEach = 4;

    public override string? Missing => CommandLine.Exists("h2load") ? null : "there is no h2load (Debian: nghttp2-client)";

    public override Task TouchAsync(Uri url, int? core) => CountAsync(url, connections * streams * TouchesEach, core);

    public override async Task<LoadResult> RunAsync(Uri url, double seconds, int? core) =>
        new(await SendAsync(url, core, "-D", Milliseconds(seconds)), seconds);

    /// <summary>Sends so many requests, and ends when the last one is answered.</summary>
    protected async Task<LoadResult> CountAsync(Uri url, long requests, int? core)
    {
        var start = Stopwatch.GetTimestamp();
        var answered = await SendAsync(url, core, "-n", $"{Math.Max(requests, connections)}");
        return new(answered, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static string Milliseconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{(int)(seconds * 1000)}ms");

    private async Task<long> SendAsync(Uri url, int? core, params string[] extent)
    {
        var text = await RunningProcess.RunAsync(new CommandLine("h2load", [
            "-t1", $"-c{connections}", $"-m{streams}", .. extent, "-p", http2 ? "h2c" : "http/1.1", "-d", Body.File,
            "-H", $"content-type: {Body.ContentType}", .. http2 ? (string[])["-H", "te: trailers"] : [], $"{url}"]).On(core));
        var counts = Counts().Match(text);
        return counts.Success && Number(counts, "succeeded") > 0 && Number(counts, "failed") == 0 && Number(counts, "errored") == 0
            ? Number(counts, "succeeded")
            : throw new InvalidOperationException($"h2load had answers that were no success from {url}: {text}");
    }

    private static long Number(Match counts, string name) => long.Parse(counts.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"requests: .* (?<succeeded>\d+) succeeded, (?<failed>\d+) failed, (?<errored>\d+) errored")]
    private static partial Regex Counts();
}
