using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Diagnostics;

/// <summary>
/// NEAR0015: an authorization attribute on a class that implements a contract and is none itself. Such a class is served through the
/// interface, whose description knows nothing of the class: the attribute would protect nothing.
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
            + "or put the attribute on the interface",
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
            context.RegisterSymbolAction(symbol => Check(symbol, symbols, kinds!), SymbolKind.NamedType);
        }
    }

    private static void Check(SymbolAnalysisContext context, NearcallSymbols symbols, INamedTypeSymbol[] kinds)
    {
        if (context.Symbol is not INamedTypeSymbol { TypeKind: TypeKind.Class } type
            || symbols.IsContract(type)
            || type.AllInterfaces.FirstOrDefault(symbols.IsContract) is not { } contract)
        {
            return;
        }

        for (INamedTypeSymbol? current = type; current is not null && !symbols.IsContract(current); current = current.BaseType)
        {
            Report(current);
        }

        foreach (var declaration in type.AllInterfaces.Where(symbols.IsContract).SelectMany(static item => item.GetMembers()))
        {
            if (declaration is IMethodSymbol && type.FindImplementationForInterfaceMember(declaration) is { ContainingType.TypeKind: TypeKind.Class } method)
            {
                Report(method);
            }
        }

        void Report(ISymbol symbol)
        {
            foreach (var attribute in symbol.GetAttributes())
            {
                if (attribute.AttributeClass is { } kind && kinds.Any(kind.Implements))
                {
                    var isHere = symbol.IsSame(type) || symbol.ContainingType.IsSame(type);
                    context.ReportDiagnostic(Diagnostic.Create(
                        Rule,
                        isHere ? attribute.Place(symbol, context.CancellationToken) : type.Place(),
                        kind.Name.EndsWith("Attribute", StringComparison.Ordinal) ? kind.Name.Substring(0, kind.Name.Length - 9) : kind.Name,
                        symbol.Display(),
                        type.Display(),
                        contract.Display()));
                }
            }
        }
    }
}
