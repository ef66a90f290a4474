using System.Globalization;
using System.Text.RegularExpressions;
using Nearcall.EndToEnd.Processes;

namespace Nearcall.EndToEnd.Load;

/// <summary>h2load, for HTTP/2 with prior knowledge: each connection holds so many requests open at once.</summary>
internal sealed partial record H2Load(int Connections, int Streams, Body Body) : LoadTool(Body)
{
    public override async Task<LoadResult> RunAsync(Uri url, double seconds, int? core)
    {
        var text = await RunningProcess.RunAsync(Command(url, seconds).On(core));
        var counts = Counts().Match(text);
        var succeeded = Number(counts, "succeeded");
        return counts.Success && succeeded > 0 && Number(counts, "failed") == 0 && Number(counts, "errored") == 0
            ? new(succeeded, seconds)
            : throw new InvalidOperationException($"h2load had answers that were no success from {url}: {text}");
    }

    protected override CommandLine Touch(Uri url) => Command(url, 0.2);

    private CommandLine Command(Uri url, double seconds) => new(
        "h2load", "-t1", $"-c{Connections}", $"-m{Streams}", "-D", string.Create(CultureInfo.InvariantCulture, $"{(int)(seconds * 1000)}ms"),
        "-p", "h2c", "-d", Body.File, "-H", $"content-type: {Body.ContentType}", "-H", "te: trailers", $"{url}");

    private static long Number(Match counts, string name) =>
        counts.Success ? long.Parse(counts.Groups[name].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"requests: .* (?<succeeded>\d+) succeeded, (?<failed>\d+) failed, (?<errored>\d+) errored")]
    private static partial Regex Counts();
}
