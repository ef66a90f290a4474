using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Diagnostics;

/// <summary>NEAR0003: the members of a contract are methods that can be called from elsewhere.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractMemberAnalyzer() : ContractAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEAR0003",
        "A member of a contract cannot be a remote procedure",
        "'{0}' cannot be a remote procedure: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A procedure has a name, arguments and a result. Properties, events and methods with type parameters are something else.",
        helpLinkUri: "docs/diagnostics/NEAR0003.md");

    private protected override void Check(SymbolAnalysisContext context, Contract contract)
    {
        foreach (var (member, reason) in contract.IsInterface ? OfInterface(contract) : OfClass(contract))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, contract.PlaceOf(member), member.Display(), reason));
        }
    }

    private static IEnumerable<(ISymbol, string)> OfInterface(Contract contract)
    {
        var symbols = contract.Symbols;
        var members = contract.Type.AllInterfaces
            .Where(type => !symbols.IsContract(type) && type.ContainingNamespace.Display() != "Nearcall")
            .Append(contract.Type)
            .SelectMany(static type => type.GetMembers());
        foreach (var member in members)
        {
            if (Reason(member, symbols) is { } reason)
            {
                yield return (member, reason);
            }
        }
    }

    private static string? Reason(ISymbol member, NearcallSymbols symbols) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary, IsGenericMethod: true } method when method.IsAbstract || method.Find(symbols.Method) is not null =>
            "it has type parameters, and what travels must be known; write one method for each type",
        IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: true } method when method.Find(symbols.Method) is not null =>
            "a static method belongs to no instance; make it an ordinary one",
        { ContainingNamespace: { } space, IsStatic: true, IsAbstract: true } when space.Display() == "Nearcall" => null,
        IMethodSymbol { AssociatedSymbol: null, IsStatic: true, IsAbstract: true } or IPropertySymbol { IsStatic: true, IsAbstract: true } =>
            "it is static and abstract, and a client cannot implement it; take it out of the contract",
        IPropertySymbol { IsAbstract: true, IsIndexer: true } => "an indexer is no procedure; write a method instead",
        IPropertySymbol { IsAbstract: true } => "a property is no procedure; write a method instead",
        IEventSymbol { IsAbstract: true } => "an event is no procedure, and a server cannot call back; write a method that is asked instead",
        _ => null,
    };

    private static IEnumerable<(ISymbol, string)> OfClass(Contract contract)
    {
        foreach (var method in contract.Type.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.Find(contract.Symbols.Method) is null)
            {
                continue;
            }

            if (method.IsGenericMethod)
            {
                yield return (method, Reason(method, contract.Symbols)!);
            }
            else if (method.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal
                && method.ExplicitInterfaceImplementations.IsEmpty)
            {
                yield return (method, "the server's side is written outside the class; make it internal or public");
            }
        }
    }
}
