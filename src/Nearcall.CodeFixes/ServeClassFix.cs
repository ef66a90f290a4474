using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Nearcall.CodeFixes;

/// <summary>NEAR0015: makes a contract of a class, so that its attributes count.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ServeClassFix))]
[Shared]
public sealed class ServeClassFix() : SyntaxFix<TypeDeclarationSyntax>("NEAR0015", "Make the class a contract")
{
    /// <inheritdoc/>
    private protected override async Task<Solution> FixAsync(
        Document document, TypeDeclarationSyntax node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        editor.SetModifiers(node, editor.Generator.GetModifiers(node).WithPartial(true));
        editor.AddAttribute(node, SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("XmlRpcService")));
        return editor.GetChangedDocument().Project.Solution;
    }
}
