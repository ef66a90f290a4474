using System.Globalization;
using System.Text.RegularExpressions;
using Nearcall.EndToEnd.Processes;

namespace Nearcall.EndToEnd.Load;

/// <summary>wrk, for HTTP/1.1: each connection sends the next request when the answer has come.</summary>
internal sealed partial class Wrk(int connections, Body body) : LoadTool(body)
{
    public override string? Missing => CommandLine.Exists("wrk") ? null : "there is no wrk (Debian: wrk)";

    public override Task TouchAsync(Uri url, int? core) => new H2Load(connections, 1, Body, http2: false).TouchAsync(url, core);

    public override async Task<LoadResult> RunAsync(Uri url, double seconds, int? core)
    {
        var duration = Math.Max(1, (int)Math.Round(seconds));
        var text = await RunningProcess.RunAsync(new CommandLine(
            "wrk", "-t1", $"-c{connections}", $"-d{duration}s", "--timeout", "60s", "-s", Repository.PathOf("bench/load/post.lua"),
            $"{url}", "--", Body.File, Body.ContentType).On(core));
        var figures = Figures().Match(text);
        var numbers = figures.Groups["number"].Captures.Select(number => long.Parse(number.Value, CultureInfo.InvariantCulture)).ToArray();
        return numbers is [> 0, _, 0, 0]
            ? new(numbers[0], numbers[1] / 1e6)
            : throw new InvalidOperationException($"wrk had answers that were no success from {url}: {text}");
    }

    [GeneratedRegex(@"^figures( (?<number>\d+)){4}$", RegexOptions.Multiline)]
    private static partial Regex Figures();
}
