using Microsoft.CodeAnalysis;
using Nearcall.Tests.Rules;

namespace Nearcall.Documentation.Tests;

/// <summary>The page of a diagnostic shows what it says: the violation gives that diagnostic and nothing else, the fix nothing at all.</summary>
public sealed class DiagnosticPageTests
{
    private const string Pages = "docs/diagnostics";

    public static TheoryData<string> Ids { get; } = [.. Repository.Files(Pages, "NEAR*.md").Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Violation_Compiled_GivesTheDiagnosticAlone(string id)
    {
        var found = await AnalyzeAsync(id, "## Violation");

        Assert.NotEmpty(found);
        Assert.All(found, diagnostic => Assert.True(diagnostic.Id == id, diagnostic.ToString()));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Fix_Compiled_GivesNothing(string id) => Assert.Empty(await AnalyzeAsync(id, "## Fix"));

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string id, string heading)
    {
        var file = $"{Pages}/{id}.md";
        var lines = await File.ReadAllLinesAsync(Repository.PathOf(file), TestContext.Current.CancellationToken);
        var start = Array.IndexOf(lines, heading);
        var end = Array.FindIndex(lines, start + 1, line => line.StartsWith("## ", StringComparison.Ordinal));
        var section = lines[start..end];
        return await SnippetCompiler.AnalyzeAsync(
            Snippet.In(file, section).Single().Code, Record(section), TestContext.Current.CancellationToken);
    }

    // A block of plain text is the file in which contracts are recorded.
    private static string? Record(string[] section)
    {
        var start = Array.IndexOf(section, "```text");
        return start < 0 ? null : string.Join('\n', section[(start + 1)..Array.IndexOf(section, "```", start)]);
    }
}
