using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Nearcall.Generators.Diagnostics;

namespace Nearcall.Generators.Tests.Diagnostics;

/// <summary>What the analyzers say of a program, all of them together.</summary>
internal static class AnalyzerRun
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.Preview);

    public static CSharpCompilationOptions Options { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(ContractAnalyzer).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string source, string? record, CancellationToken cancellationToken)
    {
        var compilation = CSharpCompilation.Create(
            "Program",
            [
                CSharpSyntaxTree.ParseText(source, Parsing, "Program.cs", cancellationToken: cancellationToken),
                CSharpSyntaxTree.ParseText(Usings, Parsing, "Usings.cs", cancellationToken: cancellationToken),
            ],
            References,
            Options);
        Assert.Empty(compilation.GetParseDiagnostics(cancellationToken));
        // As the compiler does it: some calls bind only with what is generated.
        CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _, cancellationToken);
        var files = record is null ? ImmutableArray<AdditionalText>.Empty : [new RecordFile(record)];
        var found = await complete.WithAnalyzers(Analyzers, new AnalyzerOptions(files)).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return
        [
            .. found.OrderByDescending(static diagnostic => diagnostic.Location.IsInSource)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal),
        ];
    }

    private sealed class RecordFile(string text) : AdditionalText
    {
        public override string Path => "XmlRpcContracts.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
