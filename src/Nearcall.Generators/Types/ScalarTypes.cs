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

    /// <summary>The scalars whose converters do more, and whether the core has converters of their collections.</summary>
    private static readonly Dictionary<string, (string? Kind, bool HasCollections)> Converted = new()
    {
        ["System.Decimal"] = ("BigDecimal", true),
        ["System.DateTime"] = ("DateTime", true),
        ["Nearcall.XmlRpcStruct"] = ("Struct", true),
        ["Nearcall.XmlRpcArray"] = ("Array", true),
        ["System.Byte"] = (null, false),
        ["System.UInt16"] = (null, false),
        ["System.UInt32"] = (null, false),
        ["System.UInt64"] = (null, false),
        ["System.Char"] = (null, false),
        ["System.Half"] = (null, false),
        ["System.Guid"] = (null, false),
        ["System.Uri"] = (null, false),
        ["System.DateOnly"] = (null, false),
        ["System.TimeOnly"] = (null, false),
    };

    public static ParsedValue? Find(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1, ElementType: { SpecialType: SpecialType.System_Byte } })
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

        if (Converted.TryGetValue(name, out var converted))
        {
            return ParsedValue.BuiltIn(type.InConverter(), converted.Kind) with { HasBuiltInCollections = converted.HasCollections };
        }

        return name == "System.ReadOnlyMemory`1" && named.TypeArguments[0].SpecialType == SpecialType.System_Byte
            ? ParsedValue.BuiltIn(type.InConverter(), "Base64") with { HasBuiltInCollections = true }
            : null;
    }
}
