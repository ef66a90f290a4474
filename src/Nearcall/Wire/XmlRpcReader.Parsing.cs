using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Nearcall;

/// <summary>The text of the scalar that was read last, as a .NET value.</summary>
public ref partial struct XmlRpcReader
{
    private readonly string ContentText()
    {
        var octets = _content.In(_xml.Text);
        return octets.IsEmpty ? "" : _content.IsPlain ? Encoding.UTF8.GetString(octets) : XmlText.Decode(octets, _content.Surplus);
    }

    /// <summary>The text of a number, boolean or date, in which white space is no data.</summary>
    private readonly ReadOnlySpan<byte> TrimmedOctets(string rule)
    {
        var octets = Octets(_content);
        if (octets.IsEmpty || !(XmlCharacters.IsBlank(octets[0]) || XmlCharacters.IsBlank(octets[^1])))
        {
            return octets;
        }

        return Dialect.AllowScalarWhiteSpace
            ? octets.Trim(" \t\r\n"u8)
            : throw Malformed("White space stands around the value.", rule, nameof(XmlRpcDialect.AllowScalarWhiteSpace));
    }

    private readonly long ParseWhole(long least, long greatest, string expected)
    {
        var (lower, upper) = Kind switch
        {
            XmlRpcKind.Int when !Dialect.AllowWideInt => (int.MinValue, int.MaxValue),
            XmlRpcKind.I2 => (short.MinValue, short.MaxValue),
            XmlRpcKind.I1 => (sbyte.MinValue, sbyte.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        switch (XmlRpcWholeNumber.Parse(TrimmedOctets("R14"), out var number))
        {
            case XmlRpcNumberStatus.Malformed:
                throw Malformed("A whole number is an optional sign and digits.", "R13");
            case XmlRpcNumberStatus.Overflow:
                throw Malformed("The number does not fit 64 bits.", Kind == XmlRpcKind.Int ? "R15" : "R74");
            default:
                if (number < lower || number > upper)
                {
                    throw Kind == XmlRpcKind.Int
                        ? Malformed("The number does not fit the 32 bits of an int.", "R15", nameof(XmlRpcDialect.AllowWideInt))
                        : Malformed($"The number does not fit its type, {Article(Kind)}.", "R74");
                }

                return number >= least && number <= greatest ? number : throw OutOfRange(expected);
        }
    }

    private readonly bool ParseBoolean()
    {
        var octets = TrimmedOctets("R16");
        if (octets.Length == 1 && octets[0] is (byte)'0' or (byte)'1')
        {
            return octets[0] == '1';
        }

        var isTrue = Ascii.EqualsIgnoreCase(octets, "true"u8);
        if (!isTrue && !Ascii.EqualsIgnoreCase(octets, "false"u8))
        {
            throw Malformed("A boolean is 0 or 1.", "R16");
        }

        return Dialect.AllowBooleanWords
            ? isTrue
            : throw Malformed("A boolean is 0 or 1, not a word.", "R16", nameof(XmlRpcDialect.AllowBooleanWords));
    }

    private readonly double ParseDouble()
    {
        var octets = TrimmedOctets("R19");
        switch (XmlRpcFloatingNumber.Parse(octets, Kind == XmlRpcKind.Float, out var number))
        {
            case XmlRpcFloatingForm.Decimal:
                break;
            case XmlRpcFloatingForm.Exponent when Dialect.AllowDoubleExponent || Kind == XmlRpcKind.Float:
                break;
            case XmlRpcFloatingForm.Exponent:
                throw Malformed("A double has no exponent.", "R17", nameof(XmlRpcDialect.AllowDoubleExponent));
            case XmlRpcFloatingForm.NonFinite:
                return Dialect.AllowNonFiniteDouble
                    ? number
                    : throw Malformed("A double is neither infinite nor 'NaN'.", "R18", nameof(XmlRpcDialect.AllowNonFiniteDouble));
            default:
                throw Malformed("A double is an optional sign, digits, a period and digits.", "R17");
        }

        return double.IsInfinity(number)
            ? throw Malformed($"The number is too great for {Article(Kind)}.", Kind == XmlRpcKind.Float ? "R74" : "R20")
            : number;
    }

    private readonly XmlRpcDateTime ParseDateTime() =>
        XmlRpcDateText.Parse(TrimmedOctets("R32"), Dialect, out var problem, out var allowedBy) is { } date
            ? date
            : throw Malformed(problem, "R32", allowedBy);

    private readonly XmlRpcDateTime ParseExtensionDateTime()
    {
        var date = XmlRpcDateText.Parse(TrimmedOctets("R75"), XmlRpcDialect.Tolerant, out var problem, out _);
        return date is null ? throw Malformed(problem, "R75")
            : date.Value.Offset is null ? throw Malformed("An ex:dateTime is an instant: a date with its zone.", "R75")
            : date.Value;
    }

    private readonly BigInteger ParseBigInteger()
    {
        var octets = TrimmedOctets("R74");
        if (!XmlRpcWholeNumber.IsWellFormed(octets))
        {
            throw Malformed("A whole number is an optional sign and digits.", "R74");
        }

        return BigInteger.Parse(Encoding.ASCII.GetString(octets), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private readonly XmlRpcBigDecimal ParseBigDecimal() =>
        XmlRpcBigDecimal.TryParse(TrimmedOctets("R74"), out var number)
            ? number
            : throw Malformed("A decimal number is an optional sign, digits, perhaps a period and digits, perhaps an exponent.", "R74");

    private readonly byte[] ParseBase64()
    {
        var text = Base64Content();
        return XmlRpcBase64Text.Decode(text) ?? ParseLooseBase64(text);
    }

    private readonly ReadOnlySpan<byte> Base64Content()
    {
        // Carriage returns alone are white space, which counts for nothing, and need not become line feeds first.
        var octets = _content.In(_xml.Text);
        return !_content.IsPlain && octets.ContainsAny((byte)'<', (byte)'&') ? Octets(_content) : octets;
    }

    private readonly byte[] ParseLooseBase64(ReadOnlySpan<byte> octets)
    {
        var text = ArrayPool<byte>.Shared.Rent(octets.Length + 3);
        try
        {
            var status = XmlRpcBase64Text.Normalize(octets, text, out var length);
            if (!Base64.IsValid(text.AsSpan(0, length), out var decodedLength))
            {
                throw Malformed("The text is not base64.", "R33");
            }

            if (status.HasFlag(XmlRpcBase64Departures.UrlAlphabet) && !Dialect.AllowBase64Url)
            {
                throw Malformed("Base64 has '+' and '/', not '-' and '_'.", "R33", nameof(XmlRpcDialect.AllowBase64Url));
            }

            if (status.HasFlag(XmlRpcBase64Departures.MissingPadding) && !Dialect.AllowBase64MissingPadding)
            {
                throw Malformed("Base64 ends in '=' where its length asks for it.", "R33", nameof(XmlRpcDialect.AllowBase64MissingPadding));
            }

            var data = new byte[decodedLength];
            Base64.DecodeFromUtf8(text.AsSpan(0, length), data, out _, out _);
            return data;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(text);
        }
    }

    private readonly XmlRpcFormatException Malformed(string problem, string rule, string? allowedBy = null)
    {
        allowedBy ??= Kind != XmlRpcKind.Base64 && IsBlank(_content) ? nameof(XmlRpcDialect.AllowEmptyScalar) : null;
        return Fail($"{problem} Found '{Shorten(ContentText())}'.", _content.Start, rule, allowedBy);
    }

    private readonly XmlRpcFormatException OutOfRange(string expected) =>
        CreateException($"{expected} was expected, and the number does not fit: '{Shorten(ContentText())}'.", "R55");
}
