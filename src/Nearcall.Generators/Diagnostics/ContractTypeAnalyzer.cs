using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Diagnostics;

/// <summary>NEAR0001: a contract is an interface or a class that generated code can name: not generic, not hidden, not static.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractTypeAnalyzer() : ContractAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEAR0001",
        "A type cannot be a contract",
        "'{0}' cannot be a contract: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The client and the server's side of a contract are written into other types of the assembly, which must be able to name it.",
        helpLinkUri: "docs/diagnostics/NEAR0001.md");

    private protected override void Check(SymbolAnalysisContext context, Contract contract)
    {
        if (Reason(contract.Type, context.CancellationToken) is { } reason)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, contract.PlaceOf(contract.Type), contract.Type.Display(), reason));
        }
    }

    private static string? Reason(INamedTypeSymbol contract, CancellationToken cancellationToken)
    {
        if (contract.IsStatic)
        {
            return "a static class has no instance to call; make it an ordinary class";
        }

        if (contract.IsGenericType)
        {
            return contract.TypeParameters.Length > 0
                ? "it has type parameters, and what travels must be known; write one contract for each type"
                : $"'{contract.ContainingType.Display()}' has type parameters; move the contract out of it";
        }

        for (var type = contract; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return $"'{type.Display()}' cannot be named outside '{type.ContainingType.Display()}'; make it internal or public";
            }

            if (IsFileLocal(type, cancellationToken))
            {
                return $"'{type.Display()}' cannot be named outside its file; make it internal or public";
            }
        }

        return null;
    }

    private static bool IsFileLocal(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.FileKeyword));
}
