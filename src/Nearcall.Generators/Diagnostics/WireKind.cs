using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Diagnostics;

/// <summary>What a value of a type looks like from outside: all that a server has to tell two methods of one name apart.</summary>
internal static class WireKind
{
    /// <summary>A value of any kind.</summary>
    public const string Any = "any";

    private const string Struct = "struct";
    private const string Array = "array";
    private const string Octets = "base64";

    public static string Of(ITypeSymbol type, NearcallSymbols symbols)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        if (type.Find(symbols.Find("Nearcall.XmlRpcConverterAttribute")) is not null)
        {
            return Any;
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return type.Find(symbols.Find("Nearcall.XmlRpcEnumAttribute")) is { ConstructorArguments.Length: 1 } form
                && form.ConstructorArguments[0].Value is 1 ? "string" : "int";
        }

        return OfScalar(type) ?? OfNamed(type) ?? OfCollection(type, symbols);
    }

    private static string? OfScalar(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "boolean",
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 => "i8",
        SpecialType.System_Single or SpecialType.System_Double => "double",
        SpecialType.System_Decimal => "ex:bigdecimal",
        SpecialType.System_String or SpecialType.System_Char => "string",
        SpecialType.System_DateTime => "dateTime.iso8601",
        SpecialType.System_Object => Any,
        _ => null,
    };

    private static string? OfNamed(ITypeSymbol type) => $"{type.ContainingNamespace?.ToDisplayString()}.{type.MetadataName}" switch
    {
        "System.Half" => "double",
        "System.Guid" or "System.Uri" => "string",
        "System.DateTimeOffset" or "System.DateOnly" or "System.TimeOnly" or "System.TimeSpan" => type.Name,
        "System.Numerics.BigInteger" => "ex:biginteger",
        "System.ReadOnlyMemory`1" or "System.Memory`1" or "System.IO.Stream" => Octets,
        "Nearcall.XmlRpcValue" => Any,
        "Nearcall.XmlRpcStruct" => Struct,
        "Nearcall.XmlRpcArray" => Array,
        "Nearcall.XmlRpcDateTime" => "dateTime.iso8601",
        "Nearcall.XmlRpcBigDecimal" => "ex:bigdecimal",
        _ => null,
    };

    private static string OfCollection(ITypeSymbol type, NearcallSymbols symbols)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.ElementType.SpecialType == SpecialType.System_Byte ? Octets : Array;
        }

        if (type.IsTupleType)
        {
            return Array;
        }

        var interfaces = type.AllInterfaces.Select(static item => item.OriginalDefinition).Append(type.OriginalDefinition).ToList();
        return interfaces.Any(item => item.IsSame(symbols.Find("System.Collections.Generic.IDictionary`2")))
            || interfaces.Any(item => item.IsSame(symbols.Find("System.Collections.Generic.IReadOnlyDictionary`2"))) ? Struct
            : interfaces.Any(static item => item.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) ? Array
            : Struct;
    }
}
