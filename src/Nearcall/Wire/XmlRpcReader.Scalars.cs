using System.Buffers;
using System.Numerics;

namespace Nearcall;

/// <summary>Whole scalars. Each method stands before a value and ends behind it; the text must be complete.</summary>
/// <remarks>
/// Numbers convert where nothing is lost: any whole number that fits reads as any whole type, and as a double up to 2^53.
/// </remarks>
public ref partial struct XmlRpcReader
{
    /// <summary>Reads a 32-bit number (R12 to R15).</summary>
    /// <returns>The number.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no whole number, or does not fit.</exception>
    public int ReadInt32() => (int)ReadWhole("An int", int.MinValue, int.MaxValue);

    /// <summary>Reads a 64-bit number (R74).</summary>
    /// <returns>The number.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no whole number, or does not fit.</exception>
    public long ReadInt64() => ReadWhole("A whole number", long.MinValue, long.MaxValue);

    /// <summary>Reads a 16-bit number (R74).</summary>
    /// <returns>The number.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no whole number, or does not fit.</exception>
    public short ReadInt16() => (short)ReadWhole("A 16-bit whole number", short.MinValue, short.MaxValue);

    /// <summary>Reads an 8-bit number (R74).</summary>
    /// <returns>The number.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no whole number, or does not fit.</exception>
    public sbyte ReadSByte() => (sbyte)ReadWhole("An 8-bit whole number", sbyte.MinValue, sbyte.MaxValue);

    /// <summary>Reads a boolean (R16).</summary>
    /// <returns>The boolean.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no boolean.</exception>
    public bool ReadBoolean()
    {
        if (TryPlainValue(out var rest) && TryReadPlainBoolean(rest, out var boolean))
        {
            return boolean;
        }

        ReadScalar("A boolean");
        return Kind == XmlRpcKind.Boolean ? ParseBoolean() : throw Mismatch("A boolean");
    }

    /// <summary>Reads a 64-bit floating-point number (R17 to R20).</summary>
    /// <returns>The number.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no number, or loses digits as a double.</exception>
    public double ReadDouble()
    {
        if (TryPlainValue(out var rest) && TryReadPlainDouble(rest, out var plain))
        {
            return plain;
        }

        ReadScalar("A double");
        if (Kind is XmlRpcKind.Double or XmlRpcKind.Float)
        {
            return ParseDouble();
        }

        if (!IsWhole(Kind))
        {
            throw Mismatch("A double");
        }

        var number = ParseWhole(long.MinValue, long.MaxValue, "A whole number");
        return Math.Abs((decimal)number) <= 1L << 53
            ? number
            : throw CreateException("A double was expected, and the whole number has more digits than a double keeps.", "R20");
    }

    /// <summary>Reads a 32-bit floating-point number (R74). A double is rounded to the nearest.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no number, or too great for a float.</exception>
    public float ReadSingle()
    {
        var number = ReadDouble();
        var single = (float)number;
        if (IsWhole(Kind) && single != number)
        {
            throw CreateException("A float was expected, and the whole number has more digits than a float keeps.", "R20");
        }

        return float.IsInfinity(single) && !double.IsInfinity(number)
            ? throw CreateException("The number is too great for a 32-bit floating-point number.", "R20")
            : single;
    }

    /// <summary>Reads a string (R22 to R28).</summary>
    /// <returns>The text.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no string.</exception>
    public string ReadString()
    {
        if (TryPlainValue(out var rest) && TryReadPlainString(rest, out var text))
        {
            return text;
        }

        ReadScalar("A string");
        return Kind == XmlRpcKind.String ? ContentText() : throw Mismatch("A string");
    }

    /// <summary>
    /// Reads a string to the end of a buffer (R22 to R28). One that is kept from message to message, such as an
    /// <see cref="ArrayBufferWriter{T}"/>, spares long texts the memory of a string each time.
    /// </summary>
    /// <param name="destination">The buffer; nothing is added to it where this throws.</param>
    /// <exception cref="ArgumentNullException"><paramref name="destination"/> is null.</exception>
    /// <exception cref="XmlRpcFormatException">The value is no string.</exception>
    public void ReadString(IBufferWriter<char> destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (!TryReadUtf8String(out _))
        {
            ReadScalar("A string");
            if (Kind != XmlRpcKind.String)
            {
                throw Mismatch("A string");
            }
        }

        XmlText.Decode(_content.In(_xml.Text), _content.Surplus, destination);
    }

    /// <summary>Reads a date (R30 to R32).</summary>
    /// <returns>The date.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no date.</exception>
    public XmlRpcDateTime ReadDateTime()
    {
        if (TryPlainValue(out var rest) && TryReadPlainDateTime(rest, out var date))
        {
            return date;
        }

        ReadScalar("A date");
        return Kind switch
        {
            XmlRpcKind.DateTime => ParseDateTime(),
            XmlRpcKind.ExtensionDateTime => ParseExtensionDateTime(),
            _ => throw Mismatch("A date"),
        };
    }

    /// <summary>Reads an instant: an <c>ex:dateTime</c>, or a date that comes with its zone (R31, R75).</summary>
    /// <returns>The instant.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no date, or has no zone; the protocol lets nobody assume one.</exception>
    public DateTimeOffset ReadDateTimeOffset()
    {
        var date = ReadDateTime();
        return date.Offset is null
            ? throw CreateException("A date with a zone was expected, and this one has none. Read it without, and say which is meant.", "R31")
            : date.ToDateTimeOffset();
    }

    /// <summary>Reads octets (R33).</summary>
    /// <returns>The octets, in an array of their own.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no base64.</exception>
    public byte[] ReadBase64()
    {
        ReadScalar("A base64");
        return Kind == XmlRpcKind.Base64 ? ParseBase64() : throw Mismatch("A base64");
    }

    /// <summary>
    /// Reads octets to the end of a buffer (R33). One that is kept from message to message, such as an
    /// <see cref="ArrayBufferWriter{T}"/>, spares large octets an array each time, which costs more than to decode them.
    /// </summary>
    /// <param name="destination">The buffer; nothing is added to it where this throws.</param>
    /// <exception cref="ArgumentNullException"><paramref name="destination"/> is null.</exception>
    /// <exception cref="XmlRpcFormatException">The value is no base64.</exception>
    public void ReadBase64(IBufferWriter<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ReadScalar("A base64");
        if (Kind != XmlRpcKind.Base64)
        {
            throw Mismatch("A base64");
        }

        var text = Base64Content();
        if (!XmlRpcBase64Text.TryDecode(text, destination))
        {
            destination.Write(ParseLooseBase64(text));
        }
    }

    /// <summary>Reads a whole number of any size (R74).</summary>
    /// <returns>The number.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no whole number.</exception>
    public BigInteger ReadBigInteger()
    {
        ReadScalar("A whole number");
        return Kind == XmlRpcKind.BigInteger ? ParseBigInteger()
            : IsWhole(Kind) ? ParseWhole(long.MinValue, long.MaxValue, "A whole number")
            : throw Mismatch("A whole number");
    }

    /// <summary>Reads a decimal number of any size (R74). Whole numbers are taken; doubles are not, as they are not decimal.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no decimal number.</exception>
    public XmlRpcBigDecimal ReadBigDecimal()
    {
        ReadScalar("A decimal number");
        return Kind switch
        {
            XmlRpcKind.BigDecimal => ParseBigDecimal(),
            XmlRpcKind.BigInteger => new XmlRpcBigDecimal(ParseBigInteger(), 0),
            _ when IsWhole(Kind) => ParseWhole(long.MinValue, long.MaxValue, "A whole number"),
            _ => throw Mismatch("A decimal number"),
        };
    }

    /// <summary>Reads a nil, if the next value is one (R71).</summary>
    /// <returns>Whether it was; if not, the reader still stands before the value.</returns>
    /// <exception cref="XmlRpcFormatException">The text breaks a rule or a limit.</exception>
    public bool TryReadNil()
    {
        if (TryReadPlainNil() is { } isNil)
        {
            return isNil;
        }

        var before = this;
        ReadNext("A value");
        if (TokenType == XmlRpcTokenType.Scalar && Kind == XmlRpcKind.Nil)
        {
            return true;
        }

        this = before;
        return false;
    }

    /// <summary>Looks at the kind of the next value without moving.</summary>
    /// <returns>The kind.</returns>
    /// <exception cref="XmlRpcFormatException">The text breaks a rule or a limit.</exception>
    public readonly XmlRpcKind PeekKind()
    {
        var ahead = this;
        ahead.ReadNext("A value");
        return ahead.Kind;
    }

    /// <summary>Reads a whole number from a range.</summary>
    internal long ReadWhole(string expected, long least, long greatest)
    {
        if (TryPlainValue(out var rest) && TryReadPlainWhole(rest, least, greatest, out var plain))
        {
            return plain;
        }

        ReadScalar(expected);
        if (Kind == XmlRpcKind.BigInteger)
        {
            var number = ParseBigInteger();
            return number >= least && number <= greatest ? (long)number : throw OutOfRange(expected);
        }

        return IsWhole(Kind) ? ParseWhole(least, greatest, expected) : throw Mismatch(expected);
    }

    private static bool IsWhole(XmlRpcKind kind) => kind is XmlRpcKind.Int or XmlRpcKind.I8 or XmlRpcKind.I2 or XmlRpcKind.I1;

    private void ReadScalar(string expected)
    {
        ReadNext(expected);
        if (TokenType != XmlRpcTokenType.Scalar)
        {
            throw Mismatch(expected);
        }
    }

    private void ReadNext(string expected)
    {
        if (_state.Phase is not (XmlRpcReaderPhase.Value or XmlRpcReaderPhase.Start or XmlRpcReaderPhase.Items) || !Read())
        {
            ThrowNoValue();
        }

        if (TokenType == XmlRpcTokenType.EndArray)
        {
            throw CreateException($"{expected} was expected, but the array has ended.", "R38");
        }
    }
}
