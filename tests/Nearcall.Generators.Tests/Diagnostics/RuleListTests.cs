using System.Globalization;
using Microsoft.CodeAnalysis;
using Nearcall.Tests.Rules;

namespace Nearcall.Generators.Tests.Diagnostics;

/// <summary>The rules, their pages, their index and the list that the compiler keeps of them are the same.</summary>
public sealed class RuleListTests
{
    private const string Pages = "docs/diagnostics";

    private static readonly DiagnosticDescriptor[] Rules =
        [.. AnalyzerRun.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    private static readonly string[] Ids = [.. Rules.Select(static rule => rule.Id).Distinct()];

    [Fact]
    public void Ids_Counted_HaveNoGaps() =>
        Assert.Equal(Enumerable.Range(1, Ids.Length).Select(static number => "NEAR" + number.ToString("0000", CultureInfo.InvariantCulture)), Ids);

    [Fact]
    public void Pages_OfRules_AreAllThere() =>
        Assert.Equal(Ids, Repository.Files(Pages, "NEAR*.md").Select(static path => Path.GetFileNameWithoutExtension(path)));

    [Fact]
    public void Index_OfPages_NamesEachRuleWithItsSeverity()
    {
        var rows = File.ReadLines(Repository.PathOf(Pages + "/README.md")).Where(static line => line.StartsWith("| [NEAR", StringComparison.Ordinal));

        Assert.Equal(
            Rules.DistinctBy(static rule => rule.Id).Select(static rule => $"| [{rule.Id}]({rule.Id}.md) | {SeverityOf(rule)} "),
            rows.Select(static row => row[..row.LastIndexOf("| ", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Releases_OfAnalyzers_NameEachRule()
    {
        var lines = new[] { "Shipped", "Unshipped" }
            .SelectMany(static name => File.ReadLines(Repository.PathOf($"src/Nearcall.Generators/AnalyzerReleases.{name}.md")))
            .Where(static line => line.StartsWith("NEAR", StringComparison.Ordinal))
            .Select(static line => line.Split('|')[0].Trim());

        Assert.Equal(Ids, lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rules_OfAnalyzers_SayWhereTheyAreExplained() =>
        Assert.All(Rules, static rule =>
        {
            Assert.Equal($"docs/diagnostics/{rule.Id}.md", rule.HelpLinkUri);
            Assert.NotEmpty(rule.Description.ToString(CultureInfo.InvariantCulture));
            Assert.True(rule.IsEnabledByDefault);
        });

    [Fact]
    public void Page_OfARule_BeginsWithItsIdAndSeverity() =>
        Assert.All(Rules.DistinctBy(static rule => rule.Id), static rule =>
        {
            var lines = File.ReadAllLines(Repository.PathOf($"{Pages}/{rule.Id}.md"));
            Assert.StartsWith($"# {rule.Id}: ", lines[0], StringComparison.Ordinal);
            Assert.StartsWith($"Severity: {SeverityOf(rule)}.", lines[2], StringComparison.Ordinal);
            Assert.Contains("## Violation", lines);
            Assert.Contains("## Fix", lines);
        });

    private static string SeverityOf(DiagnosticDescriptor rule) => rule.DefaultSeverity switch
    {
        DiagnosticSeverity.Info => "suggestion",
        var severity => severity.ToString().ToLowerInvariant(),
    };
}
