using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Diagnostics;

/// <summary>NEAR0014: a contract and the types around it are partial, so that the compiler can add to them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PartialContractAnalyzer() : ContractAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEAR0014",
        "A contract is not partial",
        "'{0}' is {1} and not partial, so that nothing can be added to it: write 'partial'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The compiler adds to a contract how it is called and served, in another part of the same type.",
        helpLinkUri: "docs/diagnostics/NEAR0014.md");

    private protected override void Check(SymbolAnalysisContext context, Contract contract)
    {
        for (var type = contract.Type; type is not null; type = type.ContainingType)
        {
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(context.CancellationToken) is TypeDeclarationSyntax declaration
                    && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    var what = type.IsSame(contract.Type) ? "a contract" : $"around the contract '{contract.Type.Display()}'";
                    context.ReportDiagnostic(Diagnostic.Create(Rule, declaration.Identifier.GetLocation(), type.Display(), what));
                }
            }
        }
    }
}
