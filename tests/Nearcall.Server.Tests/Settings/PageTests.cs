using System.Text.RegularExpressions;
using Nearcall.Interop.Tests.Peers;
using Nearcall.Server.Tests.Processes;

namespace Nearcall.Server.Tests.Settings;

/// <summary>The page about the settings and the program know the same ones.</summary>
public sealed partial class PageTests
{
    // They have members of any name.
    private static readonly string[] Lists = ["ApiKeys", "Users"];

    public static TheoryData<string> Keys { get; } = [.. Documented()];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Setting_OnThePage_IsKnownToTheProgram(string key)
    {
        var name = key.Replace(":", "__", StringComparison.Ordinal) + (Lists.Contains(key) ? "__NAME" : "");

        // Nothing takes such a text, so that the error tells whether the program has the setting.
        var run = await PackagedServer.RunAsync([(name, "?")], "--check");

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith($"nearcall-server: NEARCALL_{name.ToUpperInvariant()}: ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("there is no such setting", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Setting_InTheSources_IsOnThePage()
    {
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "deploy", "server", "Settings"), "*.cs").Select(File.ReadAllText);
        var keys = sources.SelectMany(text => SourceKey().Matches(text)).Select(match => match.Groups["key"].Value).ToHashSet();
        var limits = typeof(XmlRpcLimits).GetProperties().Where(property => property.CanWrite).Select(property => $"Limits:{property.Name}");

        Assert.Equal(Documented().Order(), keys.Concat(limits).Order());
    }

    private static IEnumerable<string> Documented() =>
        PageKey().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "packaged-server.md"))).Select(match => match.Groups["key"].Value);

    [GeneratedRegex("^\\| `(?<key>[A-Z][A-Za-z:]*)` \\|", RegexOptions.Multiline)]
    private static partial Regex PageKey();

    [GeneratedRegex("(const string [A-Za-z]+ = |reader\\.[A-Z][a-z]+\\()\"(?<key>[A-Z][a-z][A-Za-z:]*)\"")]
    private static partial Regex SourceKey();
}
