using Microsoft.CodeAnalysis;
using Nearcall.Generators.Tests.Generation;

namespace Nearcall.Generators.Tests.Delegates;

/// <summary>What takes the place of <c>methods.Add(name, method)</c>, to the letter: see the pairs of files beside this one.</summary>
public sealed class DelegateCaseTests
{
    private const string Program = """
        static class Program
        {
            static void Map(Nearcall.XmlRpcMethodsBuilder methods) => methods.Add("add", (int a, int b) => a + b);
        }
        """;

    public static TheoryData<string> Cases => GeneratedCase.In("Delegates");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generate_Delegates_GivesTheExpectedFiles(string name)
    {
        var pair = new GeneratedCase("Delegates", name);

        var (program, files) = Programs.Generate(pair.Compile());

        pair.AssertOutput(files);
        Programs.AssertClean(program);
        var emitted = program.Emit(Stream.Null, cancellationToken: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(emitted.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("static class Other { static int Two() => 2; }", true)]
    [InlineData("static class Other { static void Add(System.Collections.Generic.Dictionary<int, int> d) => d.Add(1, 2); }", true)]
    [InlineData("static class Other { static void Map(Nearcall.XmlRpcMethodsBuilder methods) => methods.Add(\"a\", () => 1); }", false)]
    public void Edit_OfAnotherFile_RunsTheStepAgainWhereItAddsADelegate(string edited, bool isUnchanged)
    {
        var before = Programs.Compile("Program", ("Program.cs", Program), ("Other.cs", "static class Other { static int One() => 1; }"));
        var other = before.SyntaxTrees.Single(tree => tree.FilePath == "Other.cs");
        var after = before.ReplaceSyntaxTree(other, Programs.Parse("Other.cs", edited));

        var driver = Programs.CreateDriver().RunGenerators(before, TestContext.Current.CancellationToken);
        var result = Assert.Single(driver.RunGenerators(after, TestContext.Current.CancellationToken).GetRunResult().Results);

        var reasons = result.TrackedOutputSteps.Concat(result.TrackedSteps.Where(step => step.Key == "Delegates"))
            .SelectMany(step => step.Value)
            .SelectMany(run => run.Outputs)
            .Select(output => output.Reason)
            .ToList();
        Assert.NotEmpty(reasons);
        Assert.Equal(isUnchanged, reasons.TrueForAll(reason => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }
}
