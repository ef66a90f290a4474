using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Writes an attribute as the expression that makes it again.</summary>
internal static class MetadataExpression
{
    /// <summary>Gives the expression; null where the attribute cannot be made from generated code.</summary>
    public static string? Of(AttributeData attribute)
    {
        if (attribute is not { AttributeClass: { } type, AttributeConstructor: { } constructor })
        {
            return null;
        }

        var arguments = constructor.Parameters.Zip(attribute.ConstructorArguments, static (parameter, argument) => Of(argument)).ToList();
        var properties = attribute.NamedArguments.Select(static pair => (pair.Key, Value: Of(pair.Value))).ToList();
        if (arguments.Contains(null) || properties.Exists(static property => property.Value is null))
        {
            return null;
        }

        var initializer = properties.Count == 0
            ? ""
            : $" {{ {string.Join(", ", properties.Select(static property => $"{property.Key.ToIdentifier()} = {property.Value}"))} }}";
        return $"new {type.ToPlainCode()}({string.Join(", ", arguments)}){initializer}";
    }

    /// <summary>Gives the expression of an attribute's argument; null where it names a type that has no name here.</summary>
    public static string? Of(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Error } => null,
        { IsNull: true } => constant.Type is { } type ? $"({type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToPlainCode()}?)null" : "null",
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => $"typeof({type.ToPlainCode()})",
        { Kind: TypedConstantKind.Array } => OfArray(constant),
        _ => DefaultValue.Of(constant.Type, constant.Value),
    };

    private static string? OfArray(TypedConstant constant)
    {
        var items = constant.Values.Select(Of).ToList();
        var element = ((IArrayTypeSymbol)constant.Type!).ElementType;
        var type = element.ToPlainCode() + (element.IsReferenceType ? "?" : "");
        return items.Contains(null) ? null
            : items.Count == 0 ? $"global::System.Array.Empty<{type}>()"
            : $"new {type}[] {{ {string.Join(", ", items)} }}";
    }
}
