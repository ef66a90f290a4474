using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Finds what a method is called on the wire.</summary>
internal static class MethodNames
{
    /// <summary>The attribute of the method, or of the one that it overrides.</summary>
    public static AttributeData? Attribute(IMethodSymbol? method) => Described(method)?.GetAttributes().Find(KnownNames.Method);

    /// <summary>Gives the name, prefix included.</summary>
    /// <param name="method">The method.</param>
    /// <param name="contract">The contract that it is described for.</param>
    public static string Of(IMethodSymbol method, INamedTypeSymbol contract)
    {
        var described = Described(method) ?? method;
        var service = Owner(described.ContainingType, contract).GetAttributes().Find(KnownNames.Service);
        var name = Attribute(described).First<string>()
            ?? Naming.Apply(MethodModel.WithoutAsync(described.Name), service.Get<int>("Naming"));
        var prefix = service.First<string>();
        return string.IsNullOrEmpty(prefix) ? name
            : prefix![prefix.Length - 1] is '.' or ':' or '/' ? prefix + name
            : $"{prefix}.{name}";
    }

    /// <summary>
    /// The contract that a type's methods are named after: the type itself, else the first that was made of it, so that they have one
    /// name in all that come after that.
    /// </summary>
    public static INamedTypeSymbol Owner(INamedTypeSymbol type, INamedTypeSymbol contract) =>
        IsContract(type)
            ? type
            : Bases(contract).Append(contract).FirstOrDefault(candidate =>
                IsContract(candidate) && Bases(candidate).Contains(type, SymbolEqualityComparer.Default)) ?? contract;

    public static bool IsContract(INamedTypeSymbol type) => type.GetAttributes().Find(KnownNames.Service) is not null;

    // The method with the attribute, of those that override each other.
    private static IMethodSymbol? Described(IMethodSymbol? method)
    {
        while (method is not null && method.GetAttributes().Find(KnownNames.Method) is null)
        {
            method = method.OverriddenMethod;
        }

        return method;
    }

    // What a type is made of, the first made first.
    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            return type.AllInterfaces.OrderBy(static candidate => candidate.AllInterfaces.Length);
        }

        var bases = new List<INamedTypeSymbol>();
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            bases.Insert(0, current);
        }

        return bases;
    }
}
