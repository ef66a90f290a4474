using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>Reads the attributes of Nearcall.</summary>
internal static class ContractAttributes
{
    public const string Member = "Nearcall.XmlRpcMemberAttribute";
    public const string Struct = "Nearcall.XmlRpcStructAttribute";
    public const string Enum = "Nearcall.XmlRpcEnumAttribute";
    public const string Nil = "Nearcall.XmlRpcNilAttribute";

    public static bool Is(this AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace.IsNearcall();

    public static bool IsNearcall(this INamespaceSymbol? space) =>
        space is { Name: "Nearcall", ContainingNamespace.IsGlobalNamespace: true };

    public static ImmutableArray<INamedTypeSymbol> FindConverters(ImmutableArray<AttributeData> attributes) =>
    [
        .. attributes
            .Where(static attribute => attribute.Is("XmlRpcConverterAttribute") && attribute.ConstructorArguments.Length == 1)
            .Select(static attribute => attribute.ConstructorArguments[0].Value)
            .OfType<INamedTypeSymbol>(),
    ];

    /// <summary>The name of the enum value that is the only argument of the constructor.</summary>
    public static string? EnumArgument(this AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 1 ? EnumName(attribute.ConstructorArguments[0]) : null;

    /// <summary>The name of the enum value that a named argument has.</summary>
    public static string? NamedEnum(this AttributeData? attribute, string name)
    {
        foreach (var argument in attribute?.NamedArguments ?? ImmutableArray<KeyValuePair<string, TypedConstant>>.Empty)
        {
            if (argument.Key == name)
            {
                return EnumName(argument.Value);
            }
        }

        return null;
    }

    /// <summary>What a named argument says; null if it says nothing.</summary>
    public static bool? NamedBoolean(this AttributeData? attribute, string name) =>
        attribute.Has(name) ? attribute.Get<bool>(name) : null;

    private static string? EnumName(TypedConstant value) =>
        (value.Type as INamedTypeSymbol)?.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value.Value))?.Name;
}
