using System.Diagnostics.CodeAnalysis;

namespace Nearcall;

/// <summary>
/// The kinds of value that XML-RPC and its extensions can carry, each named after its element.
/// </summary>
/// <remarks>
/// The specification defines the first eight after <see cref="Nil"/>. <see cref="Nil"/> is the ontosys extension (R71),
/// the rest are those of Apache XML-RPC (R74 to R76).
/// </remarks>
[SuppressMessage("Naming", "CA1720", Justification = "The protocol names its elements after types.")]
public enum XmlRpcKind : byte
{
    /// <summary><c>nil</c>: a typed null. The kind of <c>default(XmlRpcValue)</c>.</summary>
    Nil,

    /// <summary><c>int</c> or <c>i4</c>: a signed 32-bit number (R12).</summary>
    Int,

    /// <summary><c>boolean</c>: 0 or 1, a type of its own (R16).</summary>
    Boolean,

    /// <summary><c>string</c>: Unicode text (R22).</summary>
    String,

    /// <summary><c>double</c>: a 64-bit floating-point number in decimal point notation (R17).</summary>
    Double,

    /// <summary><c>dateTime.iso8601</c>: a date and time of day, without a zone unless a dialect allows one (R30).</summary>
    DateTime,

    /// <summary><c>base64</c>: octets (R33).</summary>
    Base64,

    /// <summary><c>struct</c>: named members (R34).</summary>
    Struct,

    /// <summary><c>array</c>: values of any kinds, in order (R38).</summary>
    Array,

    /// <summary><c>i8</c>, bare or as <c>ex:i8</c>: a signed 64-bit number (R74).</summary>
    I8,

    /// <summary><c>ex:i1</c>: a signed 8-bit number (R74).</summary>
    I1,

    /// <summary><c>ex:i2</c>: a signed 16-bit number (R74).</summary>
    I2,

    /// <summary><c>ex:float</c>: a 32-bit floating-point number (R74).</summary>
    Float,

    /// <summary><c>ex:bigdecimal</c>: a decimal number of any size (R74).</summary>
    BigDecimal,

    /// <summary><c>ex:biginteger</c>: a whole number of any size (R74).</summary>
    BigInteger,

    /// <summary><c>ex:dateTime</c>: an instant with milliseconds and an offset (R75).</summary>
    ExtensionDateTime,

    /// <summary><c>ex:dom</c>: a fragment of XML, handed over as its octets and never read (R76).</summary>
    Dom,

    /// <summary><c>ex:serializable</c>: a serialised Java object, handed over as its octets and never read (R76).</summary>
    Serializable,
}
