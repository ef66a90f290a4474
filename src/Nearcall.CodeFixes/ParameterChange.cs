using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Nearcall.CodeFixes;

/// <summary>Changes the parameters of a method, and of all methods in the solution that implement it alike.</summary>
internal static class ParameterChange
{
    public static async Task<Solution> ApplyAsync(
        Document document,
        MethodDeclarationSyntax method,
        Func<ParameterListSyntax, SyntaxGenerator, ParameterListSyntax> change,
        CancellationToken cancellationToken)
    {
        var solution = new SolutionEditor(document.Project.Solution);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var symbol = model?.GetDeclaredSymbol(method, cancellationToken);
        var places = new List<(DocumentId Document, MethodDeclarationSyntax Method)> { (document.Id, method) };
        if (symbol?.ContainingType.TypeKind == TypeKind.Interface)
        {
            var found = await SymbolFinder.FindImplementationsAsync(symbol, document.Project.Solution, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
            foreach (var reference in found.SelectMany(static item => item.DeclaringSyntaxReferences))
            {
                if (await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is MethodDeclarationSyntax declaration
                    && document.Project.Solution.GetDocument(declaration.SyntaxTree) is { } place and not SourceGeneratedDocument)
                {
                    places.Add((place.Id, declaration));
                }
            }
        }

        foreach (var place in places)
        {
            var editor = await solution.GetDocumentEditorAsync(place.Document, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(place.Method.ParameterList, change(place.Method.ParameterList, editor.Generator));
        }

        return solution.GetChangedSolution();
    }
}
