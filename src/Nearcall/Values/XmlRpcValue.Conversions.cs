using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Nearcall;

public readonly partial struct XmlRpcValue
{
    /// <summary>Makes an <c>int</c> (R12).</summary>
    /// <param name="value">The number.</param>
    public static implicit operator XmlRpcValue(int value) => new(StoredKind.Int, value);

    /// <summary>Makes an <c>i8</c> (R74), whatever the size of the number; a strict dialect does not write it.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator XmlRpcValue(long value) => new(StoredKind.I8, value);

    /// <summary>Makes a <c>boolean</c> (R16).</summary>
    /// <param name="value">The truth value.</param>
    public static implicit operator XmlRpcValue(bool value) => new(StoredKind.Boolean, value ? 1 : 0);

    /// <summary>Makes a <c>double</c> (R17). NaN and the infinities can be held, but a strict dialect does not write them.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator XmlRpcValue(double value) =>
        new(StoredKind.Double, BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value));

    /// <summary>Makes a <c>string</c> (R22); null becomes nil.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator XmlRpcValue(string? value) => value is null ? Nil : new(XmlRpcKind.String, value);

    /// <summary>Makes a <c>string</c> of one character, so that a character does not become its number.</summary>
    /// <param name="value">The character.</param>
    public static implicit operator XmlRpcValue(char value) => value.ToString();

    /// <summary>Makes a <c>dateTime.iso8601</c> (R30).</summary>
    /// <param name="value">The date.</param>
    public static implicit operator XmlRpcValue(XmlRpcDateTime value) => new(StoredKind.Date(value.Zone), value.Stamp);

    /// <summary>Makes a <c>dateTime.iso8601</c> as <see cref="XmlRpcDateTime(DateTime, TimeSpan?)"/> does: the kind counts.</summary>
    /// <param name="value">The date.</param>
    public static implicit operator XmlRpcValue(DateTime value) => new XmlRpcDateTime(value);

    /// <summary>Makes a <c>dateTime.iso8601</c> with an offset; a strict dialect does not write it (R31).</summary>
    /// <param name="value">The date.</param>
    public static implicit operator XmlRpcValue(DateTimeOffset value) => (XmlRpcDateTime)value;

    /// <summary>Makes a <c>base64</c> of a copy of the octets (R33); null becomes nil.</summary>
    /// <param name="value">The octets.</param>
    public static implicit operator XmlRpcValue(byte[]? value) => value is null ? Nil : Base64(value);

    /// <summary>Makes a <c>base64</c> of a copy of the octets (R33).</summary>
    /// <param name="value">The octets.</param>
    public static implicit operator XmlRpcValue(ReadOnlyMemory<byte> value) => Base64(value.Span);

    /// <summary>Makes a <c>struct</c> (R34); null becomes nil.</summary>
    /// <param name="value">The struct.</param>
    public static implicit operator XmlRpcValue(XmlRpcStruct? value) => value is null ? Nil : new(XmlRpcKind.Struct, value);

    /// <summary>Makes an <c>array</c> (R38); null becomes nil.</summary>
    /// <param name="value">The array.</param>
    public static implicit operator XmlRpcValue(XmlRpcArray? value) => value is null ? Nil : new(XmlRpcKind.Array, value);

    /// <summary>Makes an <c>ex:biginteger</c> (R74).</summary>
    /// <param name="value">The number.</param>
    public static implicit operator XmlRpcValue(BigInteger value) => new(XmlRpcKind.BigInteger, value);

    /// <summary>Makes an <c>ex:bigdecimal</c> (R74).</summary>
    /// <param name="value">The number.</param>
    public static implicit operator XmlRpcValue(XmlRpcBigDecimal value) => new(XmlRpcKind.BigDecimal, value);

    /// <summary>Makes an <c>ex:bigdecimal</c> (R74): a double would round the number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator XmlRpcValue(decimal value) => (XmlRpcBigDecimal)value;

    /// <summary>Makes an <c>ex:i1</c> (R74).</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value.</returns>
    public static XmlRpcValue I1(sbyte value) => new(StoredKind.I1, value);

    /// <summary>Makes an <c>ex:i2</c> (R74).</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value.</returns>
    public static XmlRpcValue I2(short value) => new(StoredKind.I2, value);

    /// <summary>Makes an <c>ex:float</c> (R74).</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value.</returns>
    [SuppressMessage("Naming", "CA1720", Justification = "The protocol names its elements after types.")]
    public static XmlRpcValue Float(float value) =>
        new(StoredKind.Float, BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value));

    /// <summary>Makes an <c>ex:dateTime</c> (R75), which has an offset always.</summary>
    /// <param name="value">The date.</param>
    /// <returns>The value.</returns>
    public static XmlRpcValue ExtensionDateTime(DateTimeOffset value)
    {
        XmlRpcDateTime date = value;
        return new(new StoredKind(XmlRpcKind.ExtensionDateTime, date.Zone), date.Stamp);
    }

    /// <summary>Makes a <c>base64</c> of a copy of the octets (R33).</summary>
    /// <param name="octets">The octets.</param>
    /// <returns>The value.</returns>
    public static XmlRpcValue Base64(ReadOnlySpan<byte> octets) => FromOwnedBytes(XmlRpcKind.Base64, octets.ToArray());

    /// <summary>Makes an <c>ex:dom</c> of a copy of the octets (R76).</summary>
    /// <param name="octets">The UTF-8 text of one XML element, which nothing here reads or checks.</param>
    /// <returns>The value.</returns>
    public static XmlRpcValue Dom(ReadOnlySpan<byte> octets) => FromOwnedBytes(XmlRpcKind.Dom, octets.ToArray());

    /// <summary>Makes an <c>ex:serializable</c> of a copy of the octets (R76).</summary>
    /// <param name="octets">The octets of a serialised Java object, which nothing here reads or checks.</param>
    /// <returns>The value.</returns>
    public static XmlRpcValue Serializable(ReadOnlySpan<byte> octets) => FromOwnedBytes(XmlRpcKind.Serializable, octets.ToArray());

    /// <summary>Makes an <c>array</c> (R38); collection expressions call it.</summary>
    /// <param name="items">The items.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">The array would nest deeper than <see cref="XmlRpcLimits.GreatestDepth"/>.</exception>
    public static XmlRpcValue CreateArray(ReadOnlySpan<XmlRpcValue> items) => XmlRpcArray.Create(items);

    /// <summary>Makes a value of octets that nobody else holds, without a copy.</summary>
    internal static XmlRpcValue FromOwnedBytes(XmlRpcKind kind, byte[] octets) => new(kind, octets);
}
