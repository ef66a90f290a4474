using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Diagnostics;

/// <summary>NEAR0004: a method of a contract has one cancellation token at most, and it is the last parameter.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CancellationTokenPlaceAnalyzer() : ContractAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEAR0004",
        "A cancellation token is not the last parameter, or not the only one",
        "The cancellation token '{0}' of '{1}' {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A token does not travel: it says how long this side waits. It stands last, so that the parameters before it are those of the wire.",
        helpLinkUri: "docs/diagnostics/NEAR0004.md");

    private protected override void Check(SymbolAnalysisContext context, Contract contract)
    {
        foreach (var method in contract.OwnMethods)
        {
            var parameters = method.Symbol.Parameters;
            var tokens = parameters.Where(parameter => contract.Symbols.IsCancellationToken(parameter.Type)).ToList();
            for (var i = 0; i < tokens.Count; i++)
            {
                var message = i > 0 ? "is not the only one: a call ends with one; take it out" : IsLast(tokens[i]) ? null : "is not last: move it to the end";
                if (message is not null)
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Rule, contract.PlaceOf(tokens[i]), tokens[i].Name, method.Symbol.Display(), message));
                }
            }

            // C# wants a params array behind everything else.
            bool IsLast(IParameterSymbol token) =>
                tokens.Count > 1
                    ? parameters.Skip(token.Ordinal + 1).All(parameter => contract.Symbols.IsCancellationToken(parameter.Type))
                    : token.Ordinal == parameters.Length - 1 || (token.Ordinal == parameters.Length - 2 && parameters[parameters.Length - 1].IsParams);
        }
    }
}
