using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Diagnostics;

/// <summary>An analyzer that looks at contracts, one after the other.</summary>
public abstract class ContractAnalyzer : NearcallAnalyzer
{
    private protected ContractAnalyzer(params DiagnosticDescriptor[] rules)
        : base(rules)
    {
    }

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext context, NearcallSymbols symbols) =>
        context.RegisterSymbolAction(
            symbol =>
            {
                if (Contract.Of(symbol.Symbol, symbols) is { } contract)
                {
                    Check(symbol, contract);
                }
            },
            SymbolKind.NamedType);

    /// <summary>Reports what is wrong with a contract.</summary>
    private protected abstract void Check(SymbolAnalysisContext context, Contract contract);
}
