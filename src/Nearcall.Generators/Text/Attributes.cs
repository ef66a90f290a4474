using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Text;

/// <summary>Looks into attributes.</summary>
internal static class Attributes
{
    /// <summary>Finds an attribute of the Nearcall library by its full name.</summary>
    public static AttributeData? Find(this ImmutableArray<AttributeData> attributes, string fullName) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeClass is { } type
            && type.ContainingNamespace is { Name: "Nearcall", ContainingNamespace.IsGlobalNamespace: true }
            && "Nearcall." + type.Name == fullName);

    /// <summary>Gives the value of a named argument, or of a constructor's only argument where it is not named.</summary>
    public static T? Get<T>(this AttributeData? attribute, string name, T? otherwise = default)
    {
        foreach (var argument in attribute?.NamedArguments ?? ImmutableArray<KeyValuePair<string, TypedConstant>>.Empty)
        {
            if (argument.Key == name && argument.Value is { Kind: not TypedConstantKind.Array, Value: T value })
            {
                return value;
            }
        }

        return otherwise;
    }

    /// <summary>Whether the attribute says something of the name at all.</summary>
    public static bool Has(this AttributeData? attribute, string name) =>
        attribute is not null && attribute.NamedArguments.Any(argument => argument.Key == name);

    /// <summary>Gives the constructor's first argument.</summary>
    public static T? First<T>(this AttributeData? attribute) =>
        attribute is { ConstructorArguments.Length: > 0 } && attribute.ConstructorArguments[0] is { Kind: not TypedConstantKind.Array, Value: T value }
            ? value
            : default;
}
