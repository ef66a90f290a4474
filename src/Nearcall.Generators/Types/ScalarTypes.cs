using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Types;

/// <summary>The types that the core has converters of.</summary>
internal static class ScalarTypes
{
    /// <summary>The scalars for which one call of the reader and one of the writer do just what the converter does.</summary>
    private static readonly Dictionary<string, (string Read, string Write, string? Kind)> Direct = new()
    {
        ["System.Boolean"] = ("ReadBoolean", "WriteBoolean", "Boolean"),
        ["System.SByte"] = ("ReadSByte", "WriteInt32", "Int"),
        ["System.Int16"] = ("ReadInt16", "WriteInt32", "Int"),
        ["System.Int32"] = ("ReadInt32", "WriteInt32", "Int"),
        ["System.Int64"] = ("ReadInt64", "WriteInt64", "I8"),
        ["System.Single"] = ("ReadSingle", "WriteDouble", "Double"),
        ["System.Double"] = ("ReadDouble", "WriteDouble", "Double"),
        ["System.String"] = ("ReadString", "WriteString", "String"),
        ["System.DateTimeOffset"] = ("ReadDateTimeOffset", "WriteDateTime", "DateTime"),
        ["System.Numerics.BigInteger"] = ("ReadBigInteger", "WriteBigInteger", "BigInteger"),
        ["Nearcall.XmlRpcBigDecimal"] = ("ReadBigDecimal", "WriteBigDecimal", "BigDecimal"),
        ["Nearcall.XmlRpcDateTime"] = ("ReadDateTime", "WriteDateTime", "DateTime"),
        ["Nearcall.XmlRpcValue"] = ("ReadValue", "WriteValue", null),
    };

    /// <summary>The scalars whose converters do more, and their kinds.</summary>
    private static readonly Dictionary<string, string> Converted = new()
    {
        ["System.Decimal"] = "BigDecimal",
        ["System.Half"] = "Double",
        ["System.Byte"] = "Int",
        ["System.UInt16"] = "Int",
        ["System.UInt32"] = "I8",
        ["System.UInt64"] = "I8",
        ["System.Char"] = "String",
        ["System.Guid"] = "String",
        ["System.Uri"] = "String",
        ["System.DateTime"] = "DateTime",
        ["System.DateOnly"] = "DateTime",
        ["System.TimeOnly"] = "String",
        ["Nearcall.XmlRpcStruct"] = "Struct",
        ["Nearcall.XmlRpcArray"] = "Array",
    };

    public static ParsedValue? Find(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte })
        {
            return ParsedValue.Direct("byte[]", "ReadBase64", "WriteBase64", "Base64");
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        var name = named.InMetadata();
        if (Direct.TryGetValue(name, out var direct))
        {
            return ParsedValue.Direct(type.InConverter(), direct.Read, direct.Write, direct.Kind);
        }

        if (Converted.TryGetValue(name, out var kind))
        {
            return ParsedValue.BuiltIn(type.InConverter(), kind);
        }

        return name is "System.ReadOnlyMemory`1" or "System.Memory`1" && named.TypeArguments[0].SpecialType == SpecialType.System_Byte
            ? ParsedValue.BuiltIn(type.InConverter(), "Base64")
            : null;
    }
}
