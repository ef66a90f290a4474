using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Nearcall.Generators;

namespace Nearcall.Documentation.Tests;

/// <summary>
/// Compiles a snippet as the program or library that a reader would put it in: nullable on, implicit usings on, the generator at work.
/// Pages other than the README may show fragments: there <c>using Nearcall</c> and a few variables of well-known names are at hand.
/// </summary>
internal static partial class SnippetCompiler
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    private static readonly Dictionary<string, string> FragmentVariables = new()
    {
        ["builder"] = "var builder = WebApplication.CreateSlimBuilder();",
        ["app"] = "var app = WebApplication.CreateSlimBuilder().Build();",
        ["services"] = "var services = new ServiceCollection();",
        ["client"] = "using var client = new Nearcall.XmlRpcClient(\"http://localhost:8000/RPC2\");",
    };

    private static readonly CSharpParseOptions Parsing = new CSharpParseOptions(LanguageVersion.Preview)
        .WithFeatures([new("InterceptorsNamespaces", "Nearcall.Generated")]);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(ContractGenerator).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The errors, and the warnings about null, of a snippet.</summary>
    public static IReadOnlyList<string> Compile(IReadOnlyList<string> code, bool isFragment = false)
    {
        if (!isFragment)
        {
            return [.. Diagnose(Create(code, ImplicitUsings)).Select(diagnostic => diagnostic.ToString())];
        }

        return [.. Diagnose(CreateFragment(code)).Select(diagnostic => diagnostic.ToString())];
    }

    /// <summary>What the compiler and the analyzers say of a fragment: errors, warnings and suggestions.</summary>
    /// <param name="code">The fragment.</param>
    /// <param name="record">The file of recorded contracts, if there is one.</param>
    /// <param name="cancellationToken">Ends the analysis.</param>
    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(IReadOnlyList<string> code, string? record, CancellationToken cancellationToken)
    {
        var compilation = CreateFragment(code);
        var files = record is null ? ImmutableArray<AdditionalText>.Empty : [new RecordFile(record)];
        var found = await compilation.WithAnalyzers(Analyzers, new AnalyzerOptions(files)).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return [.. Diagnose(compilation), .. found];
    }

    private static Compilation CreateFragment(IReadOnlyList<string> code)
    {
        var usings = ImplicitUsings + "\nglobal using Nearcall;";
        var unknown = Diagnose(Create(code, usings)).Where(diagnostic => diagnostic.Id == "CS0103").Select(Subject).Distinct();
        var variables = unknown.Select(name => FragmentVariables.GetValueOrDefault(name, ""));
        return Create([.. variables, .. code], usings);
    }

    private static IEnumerable<Diagnostic> Diagnose(Compilation compilation) => compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id.StartsWith("CS86", StringComparison.Ordinal));

    private static Compilation Create(IReadOnlyList<string> code, string usings)
    {
        var parts = code.Select(Parse).ToArray();
        var members = parts.SelectMany(part => part.Members).ToArray();
        var statements = members.OfType<GlobalStatementSyntax>().ToArray();
        var unit = SyntaxFactory.CompilationUnit()
            .AddUsings([.. parts.SelectMany(part => part.Usings)])
            .AddMembers([.. statements, .. members.Except(statements)]);
        var kind = statements.Length > 0 ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [
                CSharpSyntaxTree.ParseText(unit.ToFullString(), Parsing, "Snippet.cs", Encoding.UTF8),
                CSharpSyntaxTree.ParseText(usings, Parsing, "Usings.cs", Encoding.UTF8),
            ],
            References,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out var failures, TestContext.Current.CancellationToken);
        Assert.Empty(failures);
        return complete;
    }

    // The text that a message is about.
    private static string Subject(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(diagnostic.Location.SourceSpan);

    // Directives of a file-based app are for the SDK, not for the compiler.
    private static CompilationUnitSyntax Parse(string code) =>
        SyntaxFactory.ParseCompilationUnit(FileDirective().Replace(code, ""), options: Parsing);

    private sealed class RecordFile(string text) : AdditionalText
    {
        public override string Path => "XmlRpcContracts.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    [GeneratedRegex("^#[:!].*$", RegexOptions.Multiline)]
    private static partial Regex FileDirective();
}
