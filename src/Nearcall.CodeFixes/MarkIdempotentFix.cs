using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Nearcall.CodeFixes;

/// <summary>NEAR0011: says that calling a method twice does no harm.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkIdempotentFix))]
[Shared]
public sealed class MarkIdempotentFix() : SyntaxFix<MethodDeclarationSyntax>("NEAR0011", "Mark it as idempotent")
{
    /// <inheritdoc/>
    private protected override async Task<Solution> FixAsync(
        Document document, MethodDeclarationSyntax node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var argument = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals("Idempotent"), nameColon: null, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression));
        var attribute = node.AttributeLists.SelectMany(static list => list.Attributes)
            .FirstOrDefault(static item => item.Name.ToString() is "XmlRpcMethod" or "Nearcall.XmlRpcMethod");
        if (attribute is null)
        {
            editor.AddAttribute(node, SyntaxFactory.Attribute(
                SyntaxFactory.IdentifierName("XmlRpcMethod"), SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(argument))));
        }
        else
        {
            editor.AddAttributeArgument(attribute, argument);
        }

        return editor.GetChangedDocument().Project.Solution;
    }
}
