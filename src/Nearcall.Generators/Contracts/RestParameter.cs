using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;
using Nearcall.Generators.Types;

namespace Nearcall.Generators.Contracts;

/// <summary>Finds how the arguments of a <c>params</c> parameter become its collection, and the other way round.</summary>
internal static class RestParameter
{
    /// <summary>Gives the type of the items; null where the collection is of a kind that has none.</summary>
    public static ITypeSymbol? ItemType(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { IsRefLikeType: true, TypeArguments.Length: 1 } span => span.TypeArguments[0],
        INamedTypeSymbol named => named.AllInterfaces.Prepend(named)
            .FirstOrDefault(static candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            ?.TypeArguments[0],
        _ => null,
    };

    public static RestModel Of(ITypeSymbol type, ValueModel item)
    {
        // A span lives on the stack, and the arguments of a call do not.
        var isSpan = type.IsRefLikeType;
        return new RestModel(
            isSpan ? item.Type + "[]" : type.ToPlainCode(),
            isSpan ? "{value}.ToArray()" : "{value}",
            "[.. {value}]",
            type.NullableAnnotation == NullableAnnotation.Annotated && type.IsReferenceType);
    }
}
