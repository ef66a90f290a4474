using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Tests.Diagnostics;

/// <summary>Each program in <c>Cases</c> gives exactly the diagnostics that it lists, at the places that it marks.</summary>
public sealed class AnalyzerTests
{
    public static TheoryData<string> Cases { get; } = [.. AnalyzerCase.Names];

    public static TheoryData<string> Ids { get; } =
        [.. AnalyzerRun.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Program_Analyzed_GivesWhatItSays(string name)
    {
        var program = AnalyzerCase.Of(name);

        var found = await AnalyzerRun.AnalyzeAsync(program.Source, program.Record, TestContext.Current.CancellationToken);

        Assert.Equal(
            string.Join('\n', program.Expected),
            string.Join('\n', found.Select(static diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}")));
        Assert.Equal(
            program.Places.Select(place => program.Source.Substring(place.Start, place.Length) + "@" + place.Start),
            found.Where(static diagnostic => diagnostic.Location.IsInSource).Select(diagnostic =>
                diagnostic.Location.SourceTree!.ToString()[diagnostic.Location.SourceSpan.Start..diagnostic.Location.SourceSpan.End]
                + "@" + diagnostic.Location.SourceSpan.Start).Distinct());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Id_Supported_HasProgramsWithItAndWithout(string id)
    {
        var programs = AnalyzerCase.Names.Where(name => name.StartsWith(id + "/", StringComparison.Ordinal)).Select(AnalyzerCase.Of).ToList();

        Assert.Contains(programs, program => program.Expected.Any(line => line.StartsWith(id + ":", StringComparison.Ordinal)));
        Assert.Contains(programs, static program => program.Expected.Count == 0);
    }

    [Fact]
    public async Task Program_WithoutNearcall_IsNotAnalyzed()
    {
        const string Source = "[XmlRpcService] interface IOther<T> { int Value { get; } } class XmlRpcServiceAttribute : System.Attribute;";

        Assert.Empty(await AnalyzerRun.AnalyzeAsync(Source, record: null, TestContext.Current.CancellationToken));
    }
}
