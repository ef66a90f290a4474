using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Nearcall.CodeFixes;

/// <summary>A fix that changes the node at which a diagnostic stands, or one around it.</summary>
/// <typeparam name="TNode">The kind of node.</typeparam>
public abstract class SyntaxFix<TNode> : CodeFixProvider
    where TNode : SyntaxNode
{
    private readonly string _title;

    private protected SyntaxFix(string id, string title)
    {
        FixableDiagnosticIds = ImmutableArray.Create(id);
        _title = title;
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TNode>() is { } node && CanFix(diagnostic, node))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(_title, token => FixAsync(context.Document, node, diagnostic, token), equivalenceKey: _title),
                    diagnostic);
            }
        }
    }

    /// <summary>Whether this fix is of use.</summary>
    private protected virtual bool CanFix(Diagnostic diagnostic, TNode node) => true;

    /// <summary>Gives the solution without the problem.</summary>
    private protected abstract Task<Solution> FixAsync(
        Document document, TNode node, Diagnostic diagnostic, CancellationToken cancellationToken);
}
