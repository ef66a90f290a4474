using System.Numerics;

namespace Nearcall;

public readonly partial struct XmlRpcValue
{
    /// <summary>The truth value of a <c>boolean</c>.</summary>
    /// <returns>The truth value.</returns>
    /// <exception cref="InvalidCastException">The value has another kind.</exception>
    public bool AsBoolean() => TryGetBoolean(out var value) ? value : throw Mismatch("a boolean");

    /// <summary>The text of a <c>string</c>.</summary>
    /// <returns>The text.</returns>
    /// <exception cref="InvalidCastException">The value has another kind.</exception>
    public string AsString() => TryGetString(out var value) ? value : throw Mismatch("a string");

    /// <summary>The date of a <c>dateTime.iso8601</c> or an <c>ex:dateTime</c>.</summary>
    /// <returns>The date.</returns>
    /// <exception cref="InvalidCastException">The value has another kind.</exception>
    public XmlRpcDateTime AsDateTime() => TryGetDateTime(out var value) ? value : throw Mismatch("a date");

    /// <summary>The instant of an <c>ex:dateTime</c>, or of a <c>dateTime.iso8601</c> that came with an offset.</summary>
    /// <returns>The instant.</returns>
    /// <exception cref="InvalidCastException">
    /// The value has another kind, or no offset, and no zone may be assumed (R31): see
    /// <see cref="XmlRpcDateTime.ToDateTimeOffset(TimeSpan)"/>.
    /// </exception>
    public DateTimeOffset AsDateTimeOffset() =>
        TryGetDateTimeOffset(out var value) ? value : throw Mismatch("a date with an offset");

    /// <summary>The octets of a <c>base64</c>, without a copy.</summary>
    /// <returns>The octets.</returns>
    /// <exception cref="InvalidCastException">The value has another kind.</exception>
    public ReadOnlyMemory<byte> AsBase64() => TryGetBase64(out var value) ? value : throw Mismatch("base64");

    /// <summary>The octets of a <c>base64</c>, an <c>ex:dom</c> or an <c>ex:serializable</c>, without a copy (R76).</summary>
    /// <returns>The octets.</returns>
    /// <exception cref="InvalidCastException">The value has another kind.</exception>
    public ReadOnlyMemory<byte> AsOctets() => TryGetOctets(out var value) ? value : throw Mismatch("octets");

    /// <summary>The struct.</summary>
    /// <returns>The struct.</returns>
    /// <exception cref="InvalidCastException">The value has another kind.</exception>
    public XmlRpcStruct AsStruct() => TryGetStruct(out var value) ? value : throw Mismatch("a struct");

    /// <summary>The array.</summary>
    /// <returns>The array.</returns>
    /// <exception cref="InvalidCastException">The value has another kind.</exception>
    public XmlRpcArray AsArray() => TryGetArray(out var value) ? value : throw Mismatch("an array");

    /// <summary>A whole number of any kind.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="InvalidCastException">The value is no whole number.</exception>
    /// <exception cref="OverflowException">The number is out of range.</exception>
    public sbyte AsSByte() => TryGetSByte(out var value) ? value : throw Mismatch("an 8-bit number", IsWholeNumber);

    /// <inheritdoc cref="AsSByte"/>
    public short AsInt16() => TryGetInt16(out var value) ? value : throw Mismatch("a 16-bit number", IsWholeNumber);

    /// <inheritdoc cref="AsSByte"/>
    public int AsInt32() => TryGetInt32(out var value) ? value : throw Mismatch("a 32-bit number", IsWholeNumber);

    /// <inheritdoc cref="AsSByte"/>
    public long AsInt64() => TryGetInt64(out var value) ? value : throw Mismatch("a 64-bit number", IsWholeNumber);

    /// <summary>A whole number of any kind.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="InvalidCastException">The value is no whole number.</exception>
    public BigInteger AsBigInteger() => TryGetBigInteger(out var value) ? value : throw Mismatch("a whole number");

    /// <summary>A <c>double</c>, an <c>ex:float</c>, or a whole number of any kind.</summary>
    /// <returns>The number, never rounded.</returns>
    /// <exception cref="InvalidCastException">The value has another kind.</exception>
    /// <exception cref="OverflowException">The number is whole and not from -2^53 to 2^53.</exception>
    public double AsDouble() => TryGetDouble(out var value) ? value : throw Mismatch("a double without rounding", IsWholeNumber);

    /// <summary>An <c>ex:float</c>, or a whole number of any kind.</summary>
    /// <returns>The number, never rounded.</returns>
    /// <exception cref="InvalidCastException">The value has another kind.</exception>
    /// <exception cref="OverflowException">The number is whole and not from -2^24 to 2^24.</exception>
    public float AsSingle() => TryGetSingle(out var value) ? value : throw Mismatch("a float without rounding", IsWholeNumber);

    /// <summary>An <c>ex:bigdecimal</c> or a whole number of any kind.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="InvalidCastException">The value has another kind.</exception>
    public XmlRpcBigDecimal AsBigDecimal() => TryGetBigDecimal(out var value) ? value : throw Mismatch("a decimal number");

    /// <summary>An <c>ex:bigdecimal</c> or a whole number of any kind.</summary>
    /// <returns>The number, never rounded.</returns>
    /// <exception cref="InvalidCastException">The value has another kind.</exception>
    /// <exception cref="OverflowException">A <see cref="decimal"/> does not hold the number exactly.</exception>
    public decimal AsDecimal() =>
        TryGetDecimal(out var value) ? value : throw Mismatch("a decimal without rounding", TryGetBigDecimal(out _));

    private Exception Mismatch(string asked, bool isOutOfRange = false) => isOutOfRange
        ? new OverflowException($"The {Kind.ElementName} {this} cannot be had as {asked}.")
        : new InvalidCastException($"The value's kind is {Kind.ElementName}; it cannot be had as {asked}.");
}
