using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Nearcall.CodeFixes;

/// <summary>Moves a parameter; the trivia around the others stay where they are.</summary>
internal static class ParameterOrder
{
    public static ParameterListSyntax Move(ParameterListSyntax list, int from, int to)
    {
        var parameters = list.Parameters.ToList();
        var moved = parameters[from];
        parameters.RemoveAt(from);
        parameters.Insert(to, moved);

        // Behind a parameter that may be left out only others that may be stand.
        if (moved.Default is null && parameters.Take(to).Any(static parameter => parameter.Default is not null))
        {
            parameters[to] = moved.WithDefault(SyntaxFactory.EqualsValueClause(SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)
                .WithLeadingTrivia(SyntaxFactory.Space)).WithLeadingTrivia(SyntaxFactory.Space));
        }

        var placed = parameters.Select((parameter, index) => parameter
            .WithLeadingTrivia(list.Parameters[index].GetLeadingTrivia())
            .WithTrailingTrivia(list.Parameters[index].GetTrailingTrivia()));
        return list.WithParameters(SyntaxFactory.SeparatedList(placed, list.Parameters.GetSeparators()));
    }
}
