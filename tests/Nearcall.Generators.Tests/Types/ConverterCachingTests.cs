using Microsoft.CodeAnalysis;
using Nearcall.Generators.Tests.Generation;

namespace Nearcall.Generators.Tests.Types;

/// <summary>Converters are written again only where their types change.</summary>
public sealed class ConverterCachingTests
{
    private const string Types = """
        [assembly: Nearcall.XmlRpcConvertible(typeof(Demo.Point))]
        namespace Demo;
        public record Point(int X);
        public record Order(string Name, Point[] Points);
        """;

    private const string Calls = """
        namespace Demo;
        static class Calls { public static object One() => Nearcall.XmlRpcValue.From(new Order("a", [])); }
        """;

    [Theory]
    [InlineData("Calls.cs", "One()", "Two()")]
    [InlineData("Calls.cs", "\"a\"", "\"b\"")]
    [InlineData("Types.cs", "namespace Demo;", "namespace Demo;\n// A comment.\npublic record Other(int Y);")]
    public void Edit_OfNoTypeThatTravels_LeavesAllStepsCached(string path, string old, string edited) =>
        Assert.All(RunTwice(path, old, edited), step => Assert.True(
            step.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, step.ToString()));

    [Theory]
    [InlineData("Types.cs", "string Name", "int Name", "Converters")]
    [InlineData("Types.cs", "int X", "int Y", "Converters")]
    [InlineData("Calls.cs", "new Order(\"a\", [])", "new[] { 1 }", "Registration")]
    [InlineData("Types.cs", "typeof(Demo.Point)", "typeof(Demo.Point[])", "Registration")]
    public void Edit_OfATypeThatTravels_RunsItsStepAgain(string path, string old, string edited, string step) =>
        Assert.Contains(RunTwice(path, old, edited), run => run.Name == step && run.Reason == IncrementalStepRunReason.Modified);

    [Fact]
    public void Edit_OfOneType_WritesItsFileAlone()
    {
        var runs = RunTwice("Types.cs", "string Name", "int Name").Where(static run => run.Name == "Converters").ToList();

        Assert.Single(runs, static run => run.Reason == IncrementalStepRunReason.Modified);
        Assert.Contains(runs, static run => run.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);
    }

    private static List<(string Name, IncrementalStepRunReason Reason)> RunTwice(string path, string old, string edited)
    {
        var compilation = Programs.Compile("Program", ("Types.cs", Types), ("Calls.cs", Calls));
        var driver = Programs.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        var changed = compilation.ReplaceSyntaxTree(tree, Programs.Parse(path, tree.ToString().Replace(old, edited, StringComparison.Ordinal)));
        var result = Assert.Single(driver.RunGenerators(changed, TestContext.Current.CancellationToken).GetRunResult().Results);
        return
        [
            .. result.TrackedSteps
                .Where(step => step.Key is "Registration" or "Converters")
                .Concat(result.TrackedOutputSteps)
                .SelectMany(step => step.Value.SelectMany(run => run.Outputs).Select(output => (step.Key, output.Reason))),
        ];
    }
}
