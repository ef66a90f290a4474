using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Tests.Generation;

/// <summary>An editor runs the generator at each key: what did not change is not made again.</summary>
public sealed class CachingTests
{
    private const string Contract = """
        namespace Demo;
        [Nearcall.XmlRpcService]
        public partial interface ICalculator
        {
            [Nearcall.XmlRpcMethod("add")] int Add(int a, int b);
        }
        [Nearcall.XmlRpcFault(7)]
        public sealed class OverflowFaultException(string message) : System.Exception(message);
        """;

    private const string Other = "namespace Demo; static class Other { public static int One() => 1; }";

    [Theory]
    [InlineData("namespace Demo; static class Other { public static int Two() => 2; }")]
    [InlineData("namespace Demo; static class Other { /* one more comment */ public static int One() => 1; }")]
    [InlineData("namespace Demo; interface IOther { int Add(int a, int b); }")]
    public void Edit_OfAnotherFile_LeavesAllStepsCached(string edited)
    {
        var steps = RunTwice(compilation => Replace(compilation, "Other.cs", edited));

        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.True(step.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, step.ToString()));
    }

    [Fact]
    public void Edit_OfABlankLineInTheContract_LeavesAllOutputsCached()
    {
        var steps = RunTwice(compilation => Replace(compilation, "Contract.cs", "\n\n" + Contract));

        Assert.All(steps, step => Assert.True(step.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, step.ToString()));
    }

    [Theory]
    [InlineData("int b)", "int c)", "Contracts")]
    [InlineData("\"add\"", "\"sum\"", "Contracts")]
    [InlineData("int Add(", "long Add(", "Contracts")]
    [InlineData("Fault(7)", "Fault(8)", "Faults")]
    public void Edit_OfTheContract_RunsItsStepAgain(string old, string edited, string step)
    {
        var steps = RunTwice(compilation => Replace(compilation, "Contract.cs", Contract.Replace(old, edited, StringComparison.Ordinal)));

        Assert.Contains(steps, run => run.Name == step && run.Reason == IncrementalStepRunReason.Modified);
    }

    private static List<(string Name, IncrementalStepRunReason Reason)> RunTwice(Func<Compilation, Compilation> edit)
    {
        var compilation = Programs.Compile("Program", ("Contract.cs", Contract), ("Other.cs", Other));
        var driver = Programs.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var result = Assert.Single(driver.RunGenerators(edit(compilation), TestContext.Current.CancellationToken).GetRunResult().Results);
        return
        [
            .. result.TrackedSteps
                .Where(step => step.Key is "Contracts" or "Faults" or "Converters")
                .Concat(result.TrackedOutputSteps)
                .SelectMany(step => step.Value.SelectMany(run => run.Outputs).Select(output => (step.Key, output.Reason))),
        ];
    }

    private static Compilation Replace(Compilation compilation, string path, string text) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(tree => tree.FilePath == path), Programs.Parse(path, text));
}
