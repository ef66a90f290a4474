using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Delegates;

/// <summary>Says which types generated code, in a file of its own, can name.</summary>
internal static class NameableTypes
{
    /// <summary>Whether a type, and all that it is made of, has a name everywhere in the assembly.</summary>
    public static bool IsNameable(this ITypeSymbol type, Compilation compilation) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.IsNameable(compilation),
        INamedTypeSymbol named => !named.IsAnonymousType
            && named.CanBeReferencedByName
            && !IsLocalToFile(named)
            && compilation.IsSymbolAccessibleWithin(named.OriginalDefinition, compilation.Assembly)
            && Arguments(named).All(argument => argument.IsNameable(compilation)),
        _ => false,
    };

    // What a type that contains it is given counts too.
    private static IEnumerable<ITypeSymbol> Arguments(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            foreach (var argument in current.TypeArguments)
            {
                yield return argument;
            }
        }
    }

    private static bool IsLocalToFile(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                return true;
            }
        }

        return false;
    }
}
