using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Nearcall.CodeFixes;

/// <summary>NEAR0014: makes a type partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartialFix))]
[Shared]
public sealed class AddPartialFix() : SyntaxFix<TypeDeclarationSyntax>("NEAR0014", "Make it partial")
{
    /// <inheritdoc/>
    private protected override async Task<Solution> FixAsync(
        Document document, TypeDeclarationSyntax node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        editor.SetModifiers(node, editor.Generator.GetModifiers(node).WithPartial(true));
        return editor.GetChangedDocument().Project.Solution;
    }
}
