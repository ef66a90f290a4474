using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Nearcall.CodeFixes;

/// <summary>NEAR0017: moves a stream behind the parameters that travel. Calls are left as they are.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveStreamFix))]
[Shared]
public sealed class MoveStreamFix() : SyntaxFix<ParameterSyntax>("NEAR0017", "Move the stream behind the others")
{
    // Set by the analyzer.
    private const string Place = "MoveTo";

    /// <inheritdoc/>
    private protected override bool CanFix(Diagnostic diagnostic, ParameterSyntax node) =>
        diagnostic.Properties.ContainsKey(Place) && node.Parent is ParameterListSyntax { Parent: MethodDeclarationSyntax };

    /// <inheritdoc/>
    private protected override Task<Solution> FixAsync(
        Document document, ParameterSyntax node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var list = (ParameterListSyntax)node.Parent!;
        var from = list.Parameters.IndexOf(node);
        var to = int.Parse(diagnostic.Properties[Place]!, CultureInfo.InvariantCulture);
        return ParameterChange.ApplyAsync(
            document, (MethodDeclarationSyntax)list.Parent!, (parameters, _) => ParameterOrder.Move(parameters, from, to), cancellationToken);
    }
}
