using Microsoft.CodeAnalysis;
using Nearcall.Generators.Types;

namespace Nearcall.Generators.Diagnostics;

/// <summary>The elements that scalars travel in, and what of them is an extension.</summary>
internal static class WireScalars
{
    private const string Int = "int";
    private const string String = "string";
    private const string Date = "dateTime.iso8601";
    private const string Octets = "base64";
    private const string BigDecimal = "ex:bigdecimal";
    private const string BigInteger = "ex:biginteger";

    /// <summary>The element of numbers of 64 bits.</summary>
    public const string Long = "i8";

    private static readonly Dictionary<string, string> Elements = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = "boolean",
        ["System.SByte"] = Int,
        ["System.Byte"] = Int,
        ["System.Int16"] = Int,
        ["System.UInt16"] = Int,
        ["System.Int32"] = Int,
        ["System.UInt32"] = Long,
        ["System.Int64"] = Long,
        ["System.UInt64"] = Long,
        ["System.Half"] = "double",
        ["System.Single"] = "double",
        ["System.Double"] = "double",
        ["System.Decimal"] = BigDecimal,
        ["Nearcall.XmlRpcBigDecimal"] = BigDecimal,
        ["System.Numerics.BigInteger"] = BigInteger,
        ["System.String"] = String,
        ["System.Char"] = String,
        ["System.Guid"] = String,
        ["System.Uri"] = String,
        ["System.TimeOnly"] = String,
        ["System.DateTime"] = Date,
        ["System.DateTimeOffset"] = Date,
        ["System.DateOnly"] = Date,
        ["Nearcall.XmlRpcDateTime"] = Date,
        ["System.IO.Stream"] = Octets,
        ["System.Memory`1"] = Octets,
        ["System.ReadOnlyMemory`1"] = Octets,
        ["Nearcall.XmlRpcStruct"] = WireShape.Struct,
        ["Nearcall.XmlRpcArray"] = WireShape.Array,
        ["Nearcall.XmlRpcValue"] = WireShape.Any,
        ["System.Object"] = WireShape.Any,
    };

    private static readonly Dictionary<string, string> Problems = new(StringComparer.Ordinal)
    {
        [Long] = "travels as i8, an extension; use int where the numbers fit",
        [BigDecimal] = "travels as ex:bigdecimal, an extension; use double or a text where the peer has none",
        [BigInteger] = "travels as ex:biginteger, an extension; use int or a text where the peer has none",
    };

    public static WireShape? Find(ITypeSymbol type, string path)
    {
        var element = type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } ? Octets
            : type is INamedTypeSymbol named && Elements.TryGetValue(named.InMetadata(), out var known) ? known
            : null;
        if (element is null)
        {
            return null;
        }

        var problem = type is { Name: "DateTimeOffset" } ? "has an offset, and a date of the protocol has no place for one; use DateTime"
            : Problems.TryGetValue(element, out var extension) ? extension
            : null;
        var shape = WireShape.Of(element);
        return problem is null ? shape : shape with { Extensions = [new WireExtension(path, $"'{type.Display()}' {problem}")] };
    }
}
