using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Nearcall.CodeFixes;

/// <summary>NEAR0004: moves a cancellation token to the end, in the classes that implement the method too. Calls are left as they are.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveCancellationTokenFix))]
[Shared]
public sealed class MoveCancellationTokenFix() : SyntaxFix<ParameterSyntax>("NEAR0004", "Move the CancellationToken to the end")
{
    /// <inheritdoc/>
    private protected override bool CanFix(Diagnostic diagnostic, ParameterSyntax node) =>
        node.Parent is ParameterListSyntax { Parent: MethodDeclarationSyntax } list
        && list.Parameters.Count(parameter => parameter.Type?.ToString() == node.Type?.ToString()) == 1;

    /// <inheritdoc/>
    private protected override Task<Solution> FixAsync(
        Document document, ParameterSyntax node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var list = (ParameterListSyntax)node.Parent!;
        var from = list.Parameters.IndexOf(node);
        var last = list.Parameters.Count - 1;
        var to = list.Parameters[last].Modifiers.Any(SyntaxKind.ParamsKeyword) ? last - 1 : last;
        return ParameterChange.ApplyAsync(
            document, (MethodDeclarationSyntax)list.Parent!, (parameters, _) => ParameterOrder.Move(parameters, from, to), cancellationToken);
    }
}
