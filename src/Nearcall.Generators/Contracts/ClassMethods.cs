using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Lists the methods of a class that belong to its contract, each with the method of an interface that it implements.</summary>
internal static class ClassMethods
{
    public static IEnumerable<(IMethodSymbol Method, IMethodSymbol? Declaration)> Of(INamedTypeSymbol contract, Compilation compilation)
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
                yield return (method, null);
            }
        }
    }

    private static IEnumerable<(IMethodSymbol Method, IMethodSymbol? Declaration)> Implementations(INamedTypeSymbol contract)
    {
        var contracts = contract.AllInterfaces.Where(static type => type.GetAttributes().Find(KnownNames.Service) is not null);
        foreach (var declaration in contracts.SelectMany(InterfaceMembers.Methods).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default))
        {
            if (contract.FindImplementationForInterfaceMember(declaration) is IMethodSymbol method)
            {
                yield return (method, declaration);
            }
        }
    }

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
