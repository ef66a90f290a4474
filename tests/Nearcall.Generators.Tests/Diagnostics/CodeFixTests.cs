using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Nearcall.CodeFixes;

namespace Nearcall.Generators.Tests.Diagnostics;

/// <summary>Each program that has a <c>*.fixed</c> beside it becomes that when every fix is applied, one after the other.</summary>
public sealed class CodeFixTests
{
    private static readonly CodeFixProvider[] Providers =
    [
        .. typeof(AddPartialFix).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(CodeFixProvider)))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    public static TheoryData<string> Cases { get; } = [.. AnalyzerCase.Names.Where(static name => AnalyzerCase.Of(name) is { Fixed: not null } or { FixedRecord: not null })];

    public static TheoryData<string> FixableIds { get; } = [.. Providers.SelectMany(static provider => provider.FixableDiagnosticIds).Distinct()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Program_Fixed_IsWhatStandsBesideIt(string name)
    {
        var program = AnalyzerCase.Of(name);
        using var workspace = new AdhocWorkspace();
        var solution = Open(workspace, program);

        for (var count = 0; await FirstFixAsync(solution, program.Id) is { } fix; count++)
        {
            Assert.True(count < 20, "The fixes have no end.");
            solution = await ApplyAsync(fix, solution);
        }

        var project = solution.Projects.Single();
        var text = await project.Documents.First().GetTextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(program.Fixed ?? program.Source, text.ToString());
        if (program.FixedRecord is { } record)
        {
            Assert.Equal(record, (await project.AdditionalDocuments.Single().GetTextAsync(TestContext.Current.CancellationToken)).ToString());
        }
    }

    [Theory]
    [MemberData(nameof(FixableIds))]
    public void Id_Fixable_HasAProgramWithItsFix(string id) => Assert.Contains(Cases, row => row.Data.StartsWith(id + "/", StringComparison.Ordinal));

    [Fact]
    public void Fixes_AllOfOneKind_CanBeAppliedTogether() => Assert.DoesNotContain(Providers, static provider => provider.GetFixAllProvider() is null);

    private static Solution Open(AdhocWorkspace workspace, AnalyzerCase program)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Create(),
            "Program",
            "Program",
            LanguageNames.CSharp,
            compilationOptions: AnalyzerRun.Options,
            parseOptions: AnalyzerRun.Parsing,
            metadataReferences: AnalyzerRun.References));
        project = project.AddDocument("Program.cs", program.Source, filePath: "Program.cs").Project;
        project = project.AddDocument("Usings.cs", AnalyzerRun.Usings, filePath: "Usings.cs").Project;
        return (program.Record is { } record
            ? project.AddAdditionalDocument("XmlRpcContracts.txt", record, filePath: "XmlRpcContracts.txt").Project
            : project).Solution;
    }

    private static async Task<CodeAction?> FirstFixAsync(Solution solution, string id)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var project = solution.Projects.Single();
        var compilation = await project.GetCompilationAsync(cancellationToken);
        var found = await compilation!.WithAnalyzers(AnalyzerRun.Analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellationToken);
        foreach (var diagnostic in found.Where(diagnostic => diagnostic.Id == id).OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (solution.GetDocument(diagnostic.Location.SourceTree) is not { } document)
            {
                continue;
            }

            foreach (var provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(id)))
            {
                List<CodeAction> actions = [];
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken));
                if (actions.Count > 0)
                {
                    return actions[0];
                }
            }
        }

        return null;
    }

    private static async Task<Solution> ApplyAsync(CodeAction action, Solution solution)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }
}
