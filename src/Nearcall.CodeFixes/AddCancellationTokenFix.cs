using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Nearcall.CodeFixes;

/// <summary>NEAR0009: adds a cancellation token as the last parameter, to the classes that implement the method too.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddCancellationTokenFix))]
[Shared]
public sealed class AddCancellationTokenFix() : SyntaxFix<MethodDeclarationSyntax>("NEAR0009", "Add a CancellationToken")
{
    private const string Type = "System.Threading.CancellationToken";

    /// <inheritdoc/>
    private protected override Task<Solution> FixAsync(
        Document document, MethodDeclarationSyntax node, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        ParameterChange.ApplyAsync(
            document,
            node,
            static (list, _) =>
            {
                // C# wants a params array behind everything else, and nothing optional stands before what is required.
                var hasParams = list.Parameters.Any(static parameter => parameter.Modifiers.Any(SyntaxKind.ParamsKeyword));
                var token = SyntaxFactory.Parameter(SyntaxFactory.Identifier(Free("cancellationToken", list)))
                    .WithType(SyntaxFactory.ParseTypeName("global::" + Type).WithAdditionalAnnotations(
                        Simplifier.Annotation, Simplifier.AddImportsAnnotation, SymbolAnnotation))
                    .WithDefault(SyntaxFactory.EqualsValueClause(SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)))
                    .WithAdditionalAnnotations(Formatter.Annotation);
                var place = hasParams ? list.Parameters.Count - 1 : list.Parameters.Count;
                return list.WithParameters(list.Parameters.Insert(place, token));
            },
            cancellationToken);

    // What the importer of usings looks for: the same as SymbolAnnotation.Create makes, which is not public.
    private static SyntaxAnnotation SymbolAnnotation { get; } = new("SymbolId", "T:" + Type);

    private static string Free(string name, ParameterListSyntax list) =>
        list.Parameters.Any(parameter => parameter.Identifier.ValueText == name) ? "cancellation" : name;
}
