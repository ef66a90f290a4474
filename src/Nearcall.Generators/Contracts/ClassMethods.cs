using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Contracts;

/// <summary>
/// Lists the methods of a class that belong to its contract, each with the method of an interface that it implements and the contract
/// that names it.
/// </summary>
internal static class ClassMethods
{
    public static IEnumerable<(IMethodSymbol Method, IMethodSymbol? Declaration, INamedTypeSymbol Contract)> Of(INamedTypeSymbol contract, Compilation compilation)
    {
        var implemented = Implementations(contract).ToList();
        var covered = new HashSet<ISymbol>(implemented.Select(static pair => (ISymbol)pair.Method), SymbolEqualityComparer.Default);
        foreach (var pair in implemented)
        {
            yield return pair;
        }

        foreach (var method in Own(contract))
        {
            if (!covered.Contains(method) && compilation.IsSymbolAccessibleWithin(method, compilation.Assembly))
            {
                yield return (method, null, contract);
            }
        }
    }

    private static IEnumerable<(IMethodSymbol Method, IMethodSymbol? Declaration, INamedTypeSymbol Contract)> Implementations(INamedTypeSymbol contract) =>
        from implemented in contract.AllInterfaces
        where MethodNames.IsContract(implemented)
        from declaration in InterfaceMembers.Methods(implemented)
        let method = contract.FindImplementationForInterfaceMember(declaration) as IMethodSymbol
        where method is not null
        select (method, (IMethodSymbol?)declaration, implemented);

    // The nearest of several that override each other.
    private static IEnumerable<IMethodSymbol> Own(INamedTypeSymbol contract)
    {
        var overridden = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var type = contract; type is not null; type = type.BaseType)
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (method.OverriddenMethod is { } hidden)
                {
                    overridden.Add(hidden);
                }

                if (method.MethodKind == MethodKind.Ordinary && !overridden.Contains(method) && MethodNames.Attribute(method) is not null)
                {
                    yield return method;
                }
            }
        }
    }
}
