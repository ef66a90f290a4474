using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Nearcall.Generators.Contracts;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Diagnostics;

/// <summary>NEAR0017: what is streamed to a method is one <c>Stream</c>, and its last argument on the wire.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StreamParameterAnalyzer() : SignatureAnalyzer(Rule)
{
    private const int StructStyle = 1;

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

    private protected override void Check(Signature signature, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var symbols = signature.Symbols;
        var parameters = signature.WireParameters.ToList();
        var isStruct = MethodNames.Attribute(signature.Method).Get<int>("ParameterStyle") == StructStyle;
        for (var i = 0; i < parameters.Count; i++)
        {
            var reason = parameters[i].Type.OriginalDefinition.IsSame(symbols.AsyncEnumerable)
                ? "a sequence cannot be sent item by item; take an array, a list or a Stream"
                : !parameters[i].Type.IsSame(symbols.Stream) ? null
                : isStruct ? "the arguments travel as one struct, and no stream fits into it; send the octets as byte[]"
                : i == parameters.Count - 1 ? null
                : parameters.Skip(i + 1).Any(other => other.Type.IsSame(symbols.Stream))
                    ? "a call has one stream at most; send the octets of one of them as byte[]"
                    : Move;
            if (reason is not null)
            {
                report(Diagnostic.Create(
                    Rule,
                    signature.PlaceOf(parameters[i]),
                    reason == Move ? Last(parameters) : ImmutableDictionary<string, string?>.Empty,
                    parameters[i].Name,
                    signature.Name,
                    reason));
            }
        }
    }

    // For the code fix.
    private static ImmutableDictionary<string, string?> Last(List<IParameterSymbol> parameters) =>
        ImmutableDictionary<string, string?>.Empty.Add(
            "MoveTo", parameters[parameters.Count - 1].Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
