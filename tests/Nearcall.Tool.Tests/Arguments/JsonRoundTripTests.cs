using System.Text.Json;
using System.Text.Json.Nodes;
using Nearcall.Tool.Tests.Running;

namespace Nearcall.Tool.Tests.Arguments;

/// <summary>What <c>json:</c> reads, the wire carries and <c>--json</c> prints is the same JSON.</summary>
public sealed class JsonRoundTripTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("5")]
    [InlineData("[1, 1.0, -0.0, 2147483647, 2147483648, -9223372036854775808]")]
    [InlineData("[true, false, null, \"\", \"5\", \" a \\\" \\\\ / \\n \\r\\n \\t\"]")]
    [InlineData("{\"\": 1, \"odd name\": {\"\\u00e9\": \"\\ud83d\\ude00 \\u202e\"}, \"<&>\": \"]]>\"}")]
    [InlineData("[[[[[[1]]]], {\"a\": [{\"b\": []}]}]]")]
    public async Task Json_ThereAndBack_IsTheSame(string json)
    {
        await using var server = EchoServer.Start();

        var run = await ToolRun.RunAsync("call", server.Url, "echo", "json:" + json, "--json");

        Assert.Equal("", run.Error);
        Assert.Equal(Canonical(json), Canonical(run.Output));
    }

    [Fact]
    public async Task Json_OfRandomValues_ThereAndBack_IsTheSame()
    {
        const int Seed = 20261122;
        var random = new Random(Seed);
        await using var server = EchoServer.Start();

        for (var round = 0; round < 100; round++)
        {
            var json = RandomJson(random, depth: 0);
            var run = await ToolRun.RunAsync("call", server.Url, "echo", "json:" + json, "--json");

            Assert.Equal((json, Canonical(json)), (json, Canonical(run.Output)));
        }
    }

    // Text, so that 1 and 1.0 stay apart.
    private static string Canonical(string json) => JsonNode.Parse(json)?.ToJsonString() ?? "null";

    private static string RandomJson(Random random, int depth) => random.Next(depth > 4 ? 5 : 7) switch
    {
        0 => "null",
        1 => random.Next(2) == 0 ? "true" : "false",
        2 => random.NextInt64(long.MinValue, long.MaxValue).ToString(System.Globalization.CultureInfo.InvariantCulture),
        3 => FormattableString.Invariant($"{random.Next(-1000, 1000)}.{random.Next(0, 10)}"),
        4 => RandomText(random),
        5 => $"[{string.Join(',', Enumerable.Range(0, random.Next(5)).Select(_ => RandomJson(random, depth + 1)))}]",
        _ => $"{{{string.Join(',', Enumerable.Range(0, random.Next(5)).Select(i => $"\"{i}\": {RandomJson(random, depth + 1)}"))}}}",
    };

    private static string RandomText(Random random)
    {
        string[] pieces = ["a", " ", "\n", "\t", "\"", "\\", "<", "&", "]]>", "\u00E9", "\u4E2D", "\U0001F600", "\u202E", "\u0085"];
        return JsonSerializer.Serialize(string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => pieces[random.Next(pieces.Length)])));
    }
}
