using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Tests;

public sealed class ReservedMethodNameAnalyzerTests
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    [Theory]
    [Trait("Rule", "R59")]
    [InlineData("methods.Add(\"system.reboot\", () => true)", "system.reboot")]
    [InlineData("methods.Add(\"system.\", (int a, int b) => a + b)", "system.")]
    [InlineData("methods.Add(Prefix + \"stop\", () => { })", "system.stop")]
    public async Task R59_ReservedName_IsReported(string registration, string name)
    {
        var diagnostic = Assert.Single(await DiagnoseAsync(registration));

        Assert.Equal("NEAR0012", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Contains($"'{name}'", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(4, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [Trait("Rule", "R59")]
    [InlineData("methods.Add(\"machine.reboot\", () => true)")]
    [InlineData("methods.Add(\"System.reboot\", () => true)")]
    [InlineData("methods.Add(\"systematic\", () => true)")]
    [InlineData("new List<string>().Add(\"system.reboot\")")]
    public async Task R59_OtherNames_AreNotReported(string registration) =>
        Assert.Empty(await DiagnoseAsync(registration));

    private static async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(string registration)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var source = $$"""
            using System.Collections.Generic;
            using Nearcall;
            static class Program { const string Prefix = "system."; static void Register(XmlRpcMethodsBuilder methods)
            {
                {{registration}};
            } }
            """;
        var compilation = CSharpCompilation.Create(
            "Program",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview), cancellationToken: cancellationToken)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(compilation.GetDiagnostics(cancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return await compilation.WithAnalyzers([new ReservedMethodNameAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellationToken);
    }
}
