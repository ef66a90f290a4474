using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Diagnostics;

/// <summary>NEAR0017: what is streamed to a method is one <c>Stream</c>, and its last argument on the wire.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StreamParameterAnalyzer() : ContractAnalyzer(Rule)
{
    private const string Move = "it must be the last parameter that travels; move it behind the others";

    private static readonly DiagnosticDescriptor Rule = new(
        "NEAR0017",
        "A parameter cannot be streamed",
        "'{0}' of '{1}' cannot be streamed: {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A stream is read while it arrives. What stands behind it would arrive when the method has long begun.",
        helpLinkUri: "docs/diagnostics/NEAR0017.md");

    private protected override void Check(SymbolAnalysisContext context, Contract contract)
    {
        var symbols = contract.Symbols;
        foreach (var method in contract.OwnMethods)
        {
            var parameters = method.WireParameters(symbols).ToList();
            for (var i = 0; i < parameters.Count; i++)
            {
                var reason = parameters[i].Type.OriginalDefinition.IsSame(symbols.AsyncEnumerable)
                    ? "a sequence cannot be sent item by item; take an array, a list or a Stream"
                    : !parameters[i].Type.IsSame(symbols.Stream) || i == parameters.Count - 1 ? null
                    : parameters.Skip(i + 1).Any(other => other.Type.IsSame(symbols.Stream))
                        ? "a call has one stream at most; send the octets of one of them as byte[]"
                        : Move;
                if (reason is not null)
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Rule,
                        contract.PlaceOf(parameters[i]),
                        reason == Move ? Last(parameters) : ImmutableDictionary<string, string?>.Empty,
                        parameters[i].Name,
                        method.Symbol.Display(),
                        reason));
                }
            }
        }
    }

    // For the code fix.
    private static ImmutableDictionary<string, string?> Last(List<IParameterSymbol> parameters) =>
        ImmutableDictionary<string, string?>.Empty.Add(
            "MoveTo", parameters[parameters.Count - 1].Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
