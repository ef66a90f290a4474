using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Diagnostics;

/// <summary>NEAR0006: a server can tell the methods of one name apart.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MethodOverloadAnalyzer() : ContractAnalyzer(Rule)
{
    private const int StructStyle = 1;

    private static readonly DiagnosticDescriptor Rule = new(
        "NEAR0006",
        "Two methods of a contract cannot be told apart on the wire",
        "'{0}' and '{1}' are both called '{2}' and take a call with {3} alike: give one of them another name with [XmlRpcMethod(\"…\")]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A call carries a name and values, no C# types. Methods of one name differ in the number or the kinds of their "
            + "parameters, or are the synchronous and the asynchronous form of one procedure.",
        helpLinkUri: "docs/diagnostics/NEAR0006.md");

    private protected override void Check(SymbolAnalysisContext context, Contract contract)
    {
        foreach (var group in contract.Methods.GroupBy(static method => method.WireName).Where(static group => group.Skip(1).Any()))
        {
            var methods = group.OrderBy(static method => method.Symbol.Place()?.SourceSpan.Start ?? -1).ToList();
            for (var i = 1; i < methods.Count; i++)
            {
                if (methods.Take(i).FirstOrDefault(other => AreAlike(other, methods[i], contract.Symbols)) is { } other
                    && IsReportedHere(contract, methods[i], other))
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Rule,
                        (methods[i].Symbol.ContainingType.IsSame(contract.Type) ? methods[i].Symbol.Place() : null) ?? contract.PlaceOf(contract.Type),
                        other.Symbol.Place() is { } place ? ImmutableArray.Create(place) : null,
                        other.Symbol.Display(),
                        methods[i].Symbol.Display(),
                        group.Key,
                        Arguments(other, methods[i], contract.Symbols)));
                }
            }
        }
    }

    // Not twice: the contract that both come from reports them already.
    private static bool IsReportedHere(Contract contract, ContractMethod one, ContractMethod other) =>
        one.IsOwn || other.IsOwn || !one.Symbol.ContainingType.IsSame(other.Symbol.ContainingType);

    private static bool AreAlike(ContractMethod one, ContractMethod other, NearcallSymbols symbols)
    {
        if (one.Symbol.IsSame(other.Symbol))
        {
            return false;
        }

        var first = Kinds(one, symbols);
        var second = Kinds(other, symbols);
        var count = Math.Max(first.Required, second.Required);
        if (count > first.Kinds.Count || count > second.Kinds.Count
            || !first.Kinds.Take(count).Zip(second.Kinds, static (a, b) => a.LooksLike(b)).All(static alike => alike))
        {
            return false;
        }

        var areForms = symbols.IsAsynchronous(one.Symbol.ReturnType) != symbols.IsAsynchronous(other.Symbol.ReturnType);
        return !areForms || !one.WireParameters(symbols).Select(static parameter => parameter.Type)
            .SequenceEqual(other.WireParameters(symbols).Select(static parameter => parameter.Type), SymbolEqualityComparer.Default);
    }

    private static string Arguments(ContractMethod one, ContractMethod other, NearcallSymbols symbols)
    {
        var count = Math.Max(Kinds(one, symbols).Required, Kinds(other, symbols).Required);
        return count == 0 ? "no arguments" : count == 1 ? "1 argument" : $"{count} arguments";
    }

    // How many arguments there must be, and of which kinds.
    private static (int Required, IReadOnlyList<WireShape> Kinds) Kinds(ContractMethod method, NearcallSymbols symbols)
    {
        if (method.Attribute.Named("ParameterStyle", 0) == StructStyle)
        {
            return (1, [WireShape.Of(WireShape.Struct)]);
        }

        var parameters = method.WireParameters(symbols).ToList();
        return (
            parameters.Count(static parameter => !parameter.IsOptional && !parameter.IsParams),
            parameters.ConvertAll(parameter => ShapeOf(parameter, symbols)));
    }

    private static WireShape ShapeOf(IParameterSymbol parameter, NearcallSymbols symbols) =>
        parameter.Type.IsSame(symbols.Stream)
            ? WireShape.Of("base64")
            : new WireShapeBuilder(symbols.Compilation).Build(parameter.Type, parameter.GetAttributes()) ?? WireShape.Of(WireShape.Any);
}
