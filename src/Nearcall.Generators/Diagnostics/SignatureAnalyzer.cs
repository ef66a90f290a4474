using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Nearcall.Generators.Diagnostics;

/// <summary>An analyzer that looks at what procedures take and give: those of contracts, and delegates that are registered.</summary>
public abstract class SignatureAnalyzer : NearcallAnalyzer
{
    private protected SignatureAnalyzer(params DiagnosticDescriptor[] rules)
        : base(rules)
    {
    }

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext context, NearcallSymbols symbols)
    {
        context.RegisterSymbolAction(
            symbol =>
            {
                if (Contract.Of(symbol.Symbol, symbols) is not { } contract)
                {
                    return;
                }

                foreach (var method in contract.OwnMethods)
                {
                    var place = contract.PlaceOf(method.Symbol);
                    Check(
                        new Signature(method.Symbol, method.Symbol.Display(), contract.IsInterface, symbols, place),
                        symbol.ReportDiagnostic,
                        symbol.CancellationToken);
                }
            },
            SymbolKind.NamedType);
        context.RegisterOperationAction(
            operation =>
            {
                if (RegisteredDelegate.Of((IInvocationOperation)operation.Operation, symbols) is { Signature: { } signature } added
                    && added.Obstacle(operation.Compilation) is null)
                {
                    var place = added.Argument.Syntax.GetLocation();
                    var name = signature.CanBeReferencedByName && signature.MethodKind != MethodKind.DelegateInvoke ? signature.Display() : "the delegate";
                    Check(new Signature(signature, name, IsInterface: false, symbols, place), operation.ReportDiagnostic, operation.CancellationToken);
                }
            },
            OperationKind.Invocation);
    }

    /// <summary>Reports what is wrong with a signature.</summary>
    private protected abstract void Check(Signature signature, Action<Diagnostic> report, CancellationToken cancellationToken);
}
