namespace Nearcall;

/// <summary>The names by which a method signature calls the kinds: those of their elements (R61).</summary>
internal static class XmlRpcSignature
{
    public static string ToSignature(this XmlRpcKind? kind) => kind switch
    {
        null => "any",
        XmlRpcKind.Nil => "nil",
        XmlRpcKind.Int => "int",
        XmlRpcKind.Boolean => "boolean",
        XmlRpcKind.String => "string",
        XmlRpcKind.Double => "double",
        XmlRpcKind.DateTime => "dateTime.iso8601",
        XmlRpcKind.Base64 => "base64",
        XmlRpcKind.Struct => "struct",
        XmlRpcKind.Array => "array",
        XmlRpcKind.I8 => "i8",
        XmlRpcKind.I1 => "ex:i1",
        XmlRpcKind.I2 => "ex:i2",
        XmlRpcKind.Float => "ex:float",
        XmlRpcKind.BigDecimal => "ex:bigdecimal",
        XmlRpcKind.BigInteger => "ex:biginteger",
        XmlRpcKind.ExtensionDateTime => "ex:dateTime",
        XmlRpcKind.Dom => "ex:dom",
        XmlRpcKind.Serializable => "ex:serializable",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
