using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Nearcall.Generators.Diagnostics;

/// <summary>
/// NEAR0015: an authorization attribute on a class that is served through the interface of a contract, because it is no contract itself
/// or because the interface was named where it was mapped. The description of the interface knows nothing of the class: the attribute
/// would protect nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredAuthorizationAnalyzer() : NearcallAnalyzer(Rule)
{
    private static readonly string[] Kinds =
    [
        "Microsoft.AspNetCore.Authorization.IAuthorizeData",
        "Microsoft.AspNetCore.Authorization.IAllowAnonymous",
        "Microsoft.AspNetCore.Authorization.IAuthorizationRequirementData",
    ];

    private static readonly DiagnosticDescriptor Rule = new(
        "NEAR0015",
        "An authorization attribute would be ignored",
        "[{0}] on '{1}' would be ignored, since '{2}' is served through '{3}': make '{2}' a partial class with [XmlRpcService] and map it, "
            + "or put the attribute on the methods of the interface",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What a server knows of a method comes from the type that is mapped. A class that is no contract cannot be mapped itself.",
        helpLinkUri: "docs/diagnostics/NEAR0015.md");

    private protected override void Start(CompilationStartAnalysisContext context, NearcallSymbols symbols)
    {
        var kinds = Kinds.Select(symbols.Find).Where(static type => type is not null).ToArray();
        if (kinds.Length > 0)
        {
            context.RegisterSymbolAction(symbol => CheckClass(symbol, symbols, kinds!), SymbolKind.NamedType);
            context.RegisterOperationAction(operation => CheckMapping(operation, symbols, kinds!), OperationKind.Invocation);
        }
    }

    private static void CheckClass(SymbolAnalysisContext context, NearcallSymbols symbols, INamedTypeSymbol[] kinds)
    {
        if (context.Symbol is not INamedTypeSymbol { TypeKind: TypeKind.Class } type
            || symbols.IsContract(type)
            || type.AllInterfaces.FirstOrDefault(symbols.IsContract) is not { } contract)
        {
            return;
        }

        foreach (var (owner, attribute) in AttributesOf(type, type.AllInterfaces.Where(symbols.IsContract), symbols, kinds))
        {
            var isHere = owner.IsSame(type) || owner.ContainingType.IsSame(type);
            var place = isHere ? attribute.Place(owner, context.CancellationToken) : type.Place();
            context.ReportDiagnostic(Create(place, attribute, owner, type, contract));
        }
    }

    // MapXmlRpc<IVault>(path, new Vault()) and AddService<IVault>(new Vault()), where Vault is a contract that could be mapped itself.
    private static void CheckMapping(OperationAnalysisContext context, NearcallSymbols symbols, INamedTypeSymbol[] kinds)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "MapXmlRpc" or "AddService", TypeArguments: { Length: 1 } mapped }
            || mapped[0] is not INamedTypeSymbol { TypeKind: TypeKind.Interface } contract
            || !symbols.IsContract(contract))
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Value is IConversionOperation { Operand: { Type: INamedTypeSymbol { TypeKind: TypeKind.Class } type } instance }
                && argument.Parameter?.Type.IsSame(contract) == true
                && symbols.IsContract(type))
            {
                foreach (var (owner, attribute) in AttributesOf(type, [contract, .. contract.AllInterfaces], symbols, kinds))
                {
                    context.ReportDiagnostic(Create(instance.Syntax.GetLocation(), attribute, owner, type, contract));
                }
            }
        }
    }

    /// <summary>The authorization attributes of a class, of those that it derives from, and of its methods that implement contracts.</summary>
    private static IEnumerable<(ISymbol Owner, AttributeData Attribute)> AttributesOf(
        INamedTypeSymbol type, IEnumerable<INamedTypeSymbol> contracts, NearcallSymbols symbols, INamedTypeSymbol[] kinds)
    {
        var owners = new List<ISymbol>();
        for (INamedTypeSymbol? current = type; current is not null && (current.IsSame(type) || !symbols.IsContract(current)); current = current.BaseType)
        {
            owners.Add(current);
        }

        foreach (var declaration in contracts.SelectMany(static item => item.GetMembers()))
        {
            if (declaration is IMethodSymbol && type.FindImplementationForInterfaceMember(declaration) is { ContainingType.TypeKind: TypeKind.Class } method)
            {
                owners.Add(method);
            }
        }

        return owners.SelectMany(
            owner => owner.GetAttributes()
                .Where(attribute => attribute.AttributeClass is { } kind && kinds.Any(kind.Implements))
                .Select(attribute => (owner, attribute)));
    }

    private static Diagnostic Create(Location? place, AttributeData attribute, ISymbol owner, INamedTypeSymbol type, INamedTypeSymbol contract)
    {
        var name = attribute.AttributeClass!.Name;
        return Diagnostic.Create(
            Rule,
            place,
            name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - 9) : name,
            owner.Display(),
            type.Display(),
            contract.Display());
    }
}
