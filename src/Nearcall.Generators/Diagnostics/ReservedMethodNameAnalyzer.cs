using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Nearcall.Generators.Diagnostics;

/// <summary>
/// NEAR0012: warns where a method is served under a name that begins with <c>system.</c>, which the protocol reserves for the server
/// (R59), and where a service class has no method at all. An interface alone may have such names: a client calls them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReservedMethodNameAnalyzer() : ContractAnalyzer(Reserved, Empty)
{
    private const string Id = "NEAR0012";
    private const string Prefix = "system.";
    private const string HelpLink = "docs/diagnostics/NEAR0012.md";

    private static readonly DiagnosticDescriptor Reserved = new(
        Id,
        "A method has a reserved name",
        "The name '{0}' is reserved to the server: the protocol keeps every name that begins with 'system.' for it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The server answers the methods whose names begin with 'system.' itself and refuses to register another.",
        helpLinkUri: HelpLink);

    private static readonly DiagnosticDescriptor Empty = new(
        Id,
        "A service has no methods",
        "'{0}' offers nothing: it implements no interface with [XmlRpcService], and no method of it has [XmlRpcMethod]{1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A class offers the methods of the contracts that it implements and those that are marked. Mapping one without any is a mistake.",
        helpLinkUri: HelpLink);

    private protected override void Start(CompilationStartAnalysisContext context, NearcallSymbols symbols)
    {
        base.Start(context, symbols);
        if (symbols.MethodsBuilder is { } builder)
        {
            var mapping = symbols.Find("Microsoft.AspNetCore.Builder.XmlRpcEndpointRouteBuilderExtensions");
            context.RegisterOperationAction(operation => CheckCall(operation, symbols, builder, mapping), OperationKind.Invocation);
        }
    }

    private protected override void Check(SymbolAnalysisContext context, Contract contract)
    {
        if (contract.IsInterface)
        {
            return;
        }

        if (contract.Methods.IsEmpty && contract.Type is { IsStatic: false, IsAbstract: false })
        {
            var forgotten = contract.Type.AllInterfaces.FirstOrDefault(type =>
                type.GetMembers().Any(member => member.Find(contract.Symbols.Method) is not null));
            var hint = forgotten is null ? "" : $"; mark '{forgotten.Display()}' with [XmlRpcService]";
            context.ReportDiagnostic(Diagnostic.Create(Empty, contract.PlaceOf(contract.Type), contract.Type.Display(), hint));
        }

        foreach (var method in contract.Methods.Where(static method => IsReserved(method.WireName)))
        {
            var isHere = method.Symbol.ContainingType.IsSame(contract.Type);
            var attribute = isHere ? method.Symbol.Find(contract.Symbols.Method) : null;
            context.ReportDiagnostic(Diagnostic.Create(
                Reserved,
                attribute?.Place(method.Symbol, context.CancellationToken) ?? contract.PlaceOf(isHere ? method.Symbol : contract.Type),
                method.WireName));
        }
    }

    private static void CheckCall(OperationAnalysisContext context, NearcallSymbols symbols, INamedTypeSymbol builder, INamedTypeSymbol? mapping)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        if (method.ContainingType.IsSame(builder) && method.Name == "Add")
        {
            foreach (var argument in call.Arguments)
            {
                if (argument is { Parameter: { Ordinal: 0, Type.SpecialType: SpecialType.System_String }, Value.ConstantValue: { HasValue: true, Value: string name } }
                    && IsReserved(name))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Reserved, argument.Syntax.GetLocation(), name));
                }
            }
        }
        else if (method.TypeArguments.Length == 1
            && (method.ContainingType.IsSame(builder) || method.ContainingType.IsSame(mapping))
            && method.TypeArguments[0] is { TypeKind: TypeKind.Interface } type
            && Contract.Of(type, symbols)?.Methods.FirstOrDefault(static item => IsReserved(item.WireName)) is { } reserved)
        {
            context.ReportDiagnostic(Diagnostic.Create(Reserved, call.Syntax.GetLocation(), reserved.WireName));
        }
    }

    private static bool IsReserved(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);
}
