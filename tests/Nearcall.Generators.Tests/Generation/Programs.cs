using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Nearcall.Generators.Tests.Generation;

/// <summary>Compiles programs as a project of the .NET SDK does: against what this process runs on, with implicit usings.</summary>
internal static class Programs
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static CSharpParseOptions ParseOptions { get; } = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None)
        .WithFeatures([new("InterceptorsNamespaces", "Nearcall.Generated")]);

    private static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Makes a compilation of source files, each a path and its text.</summary>
    public static CSharpCompilation Compile(string name, params IEnumerable<(string Path, string Text)> files) =>
        CSharpCompilation.Create(
            name,
            [.. files.Prepend(("ImplicitUsings.cs", ImplicitUsings)).Select(file => Parse(file.Item1, file.Item2))],
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                checkOverflow: true,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error));

    public static SyntaxTree Parse(string path, string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), ParseOptions, path, TestContext.Current.CancellationToken);

    /// <summary>Makes a driver that remembers why each step ran.</summary>
    public static GeneratorDriver CreateDriver() =>
        CSharpGeneratorDriver.Create(
            [new ContractGenerator().AsSourceGenerator()],
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs the generator, which may not report or fail, and gives the whole program.</summary>
    public static (Compilation Program, ImmutableArray<GeneratedSourceResult> Files) Generate(Compilation compilation)
    {
        var driver = CreateDriver().RunGeneratorsAndUpdateCompilation(
            compilation, out var program, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        var result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        return (program, result.GeneratedSources);
    }

    /// <summary>Holds a program to having no error and no warning.</summary>
    public static void AssertClean(Compilation program)
    {
        var found = program.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic is { IsSuppressed: false, Id: not "CS1591" });
        Assert.True(!found.Any(), string.Join('\n', found));
    }
}
