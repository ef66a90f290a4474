namespace Nearcall;

/// <summary>The names of the kinds' elements, for messages and signatures.</summary>
internal static class XmlRpcKindNames
{
    extension(XmlRpcKind kind)
    {
        /// <summary>The element that a value of this kind travels in, with the usual prefix of Apache's namespace (R73).</summary>
        internal string ElementName => kind switch
        {
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
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
        };
    }
}
