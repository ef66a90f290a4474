using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Diagnostics;

/// <summary>NEAR0009: an asynchronous method of an interface can be cancelled.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingCancellationTokenAnalyzer() : ContractAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEAR0009",
        "An asynchronous method of a contract cannot be cancelled",
        "'{0}' cannot be cancelled: add 'CancellationToken cancellationToken = default' as its last parameter",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A call waits for a network and another machine. Whoever makes it should be able to stop waiting.",
        helpLinkUri: "docs/diagnostics/NEAR0009.md");

    private protected override void Check(SymbolAnalysisContext context, Contract contract)
    {
        if (!contract.IsInterface)
        {
            return;
        }

        foreach (var method in contract.OwnMethods)
        {
            if (contract.Symbols.IsAsynchronous(method.Symbol.ReturnType)
                && !method.Symbol.Parameters.Any(parameter => contract.Symbols.IsCancellationToken(parameter.Type)))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, contract.PlaceOf(method.Symbol), method.Symbol.Display()));
            }
        }
    }
}
