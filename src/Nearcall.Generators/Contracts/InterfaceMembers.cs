using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Lists what an interface asks of those who implement it, the interfaces that it extends included.</summary>
internal static class InterfaceMembers
{
    /// <summary>The methods of the contract, its own first.</summary>
    public static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol contract) =>
        Members(contract).OfType<IMethodSymbol>().Where(static method => !method.IsStatic && IsProcedure(method));

    /// <summary>The members that an implementation must have and that are no procedures.</summary>
    public static IEnumerable<ISymbol> Others(INamedTypeSymbol contract) =>
        Members(contract).Where(static member => member is { IsAbstract: true, IsStatic: false } and (IPropertySymbol or IEventSymbol));

    /// <summary>Whether the interface asks for static members: then it is no type that anything can be made for.</summary>
    public static bool HasStaticOnes(INamedTypeSymbol contract) =>
        Members(contract).Any(static member => member is { IsAbstract: true, IsStatic: true });

    /// <summary>Whether a method of an interface belongs to its contract: all do but those with a body, which must say so.</summary>
    public static bool IsProcedure(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary
        && (method.IsAbstract || (method.IsVirtual && method.GetAttributes().Find(KnownNames.Method) is not null));

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol contract) =>
        contract.AllInterfaces.Prepend(contract)
            .Where(static type => type.TypeKind != TypeKind.Error && type.ContainingAssembly.Name != "Nearcall")
            .SelectMany(static type => type.GetMembers());
}
