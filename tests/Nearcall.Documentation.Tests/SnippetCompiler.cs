using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

    /// <summary>The errors, and the warnings about null, of a snippet.</summary>
    public static IReadOnlyList<string> Compile(IReadOnlyList<string> code, bool isFragment = false)
    {
        if (!isFragment)
        {
            return [.. Diagnose(code, ImplicitUsings).Select(diagnostic => diagnostic.ToString())];
        }

        var usings = ImplicitUsings + "\nglobal using Nearcall;";
        var unknown = Diagnose(code, usings).Where(diagnostic => diagnostic.Id == "CS0103").Select(Subject).Distinct();
        var variables = unknown.Select(name => FragmentVariables.GetValueOrDefault(name, ""));
        return [.. Diagnose([.. variables, .. code], usings).Select(diagnostic => diagnostic.ToString())];
    }

    private static IEnumerable<Diagnostic> Diagnose(IReadOnlyList<string> code, string usings)
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
        return complete.GetDiagnostics()
            .Concat(failures)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id.StartsWith("CS86", StringComparison.Ordinal));
    }

    // The text that a message is about.
    private static string Subject(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(diagnostic.Location.SourceSpan);

    // Directives of a file-based app are for the SDK, not for the compiler.
    private static CompilationUnitSyntax Parse(string code) =>
        SyntaxFactory.ParseCompilationUnit(FileDirective().Replace(code, ""), options: Parsing);

    [GeneratedRegex("^#[:!].*$", RegexOptions.Multiline)]
    private static partial Regex FileDirective();
}
