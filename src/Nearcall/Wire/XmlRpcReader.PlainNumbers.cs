using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>Numbers and booleans on the plain road.</summary>
public ref partial struct XmlRpcReader
{
    /// <summary>A number of so many digits, and ten to that power, are both doubles, so that dividing one by the other rounds once.</summary>
    private const int GreatestExactDigits = 15;

    private static readonly double[] Powers =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads a whole number from a range.</summary>
    private bool TryReadPlainWhole(ReadOnlySpan<byte> rest, long least, long greatest, out long number)
    {
        if (rest.StartsWith("<int>"u8))
        {
            return TryReadPlainWhole(XmlRpcKind.Int, rest[5..], "</int></value>"u8, least, greatest, out number);
        }

        if (rest.StartsWith("<i4>"u8))
        {
            return TryReadPlainWhole(XmlRpcKind.Int, rest[4..], "</i4></value>"u8, least, greatest, out number);
        }

        if (rest.StartsWith("<i8>"u8) && Dialect.ReadI8)
        {
            return TryReadPlainWhole(XmlRpcKind.I8, rest[4..], "</i8></value>"u8, least, greatest, out number);
        }

        number = 0;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadPlainWhole(
        XmlRpcKind kind, ReadOnlySpan<byte> text, ReadOnlySpan<byte> endTags, long least, long greatest, out long number)
    {
        var length = ReadSignedDigits(text, out number);
        return length > 0 && length <= Limits.MaxDigits
            && number >= least && number <= greatest
            && (kind == XmlRpcKind.I8 || number == unchecked((int)number))
            && TryEndPlain(kind, text, length, endTags);
    }

    private bool TryReadPlainBoolean(ReadOnlySpan<byte> rest, out bool boolean)
    {
        boolean = false;
        if (!rest.StartsWith("<boolean>"u8))
        {
            return false;
        }

        var text = rest[9..];
        boolean = text.StartsWith("1"u8);
        return (boolean || text.StartsWith("0"u8)) && TryEndPlain(XmlRpcKind.Boolean, text, 1, "</boolean></value>"u8);
    }

    /// <summary>Reads digits, or digits, a period and digits, if there are few enough to be exact.</summary>
    private bool TryReadPlainDouble(ReadOnlySpan<byte> rest, out double number)
    {
        number = 0;
        if (!rest.StartsWith("<double>"u8))
        {
            return false;
        }

        var text = rest[8..];
        var isNegative = text.StartsWith("-"u8);
        var length = isNegative ? 1 : 0;
        var count = XmlRpcDigits.Read(text[length..], out var digits);
        if (count == 0 || count > GreatestExactDigits)
        {
            return false;
        }

        length += count;
        number = digits;
        if (text[length] == '.')
        {
            var places = XmlRpcDigits.Read(text[(length + 1)..], out var fraction);
            if (places == 0 || count + places > GreatestExactDigits)
            {
                return false;
            }

            number = ((digits * Powers[places]) + fraction) / Powers[places];
            length += 1 + places;
        }

        number = isNegative ? -number : number;
        return length <= Limits.MaxDigits && TryEndPlain(XmlRpcKind.Double, text, length, "</double></value>"u8);
    }

    /// <summary>Gives the length of a sign and digits; 0 where there is neither.</summary>
    private static int ReadSignedDigits(ReadOnlySpan<byte> text, out long number)
    {
        if (!text.StartsWith("-"u8))
        {
            return XmlRpcDigits.Read(text, out number);
        }

        var count = XmlRpcDigits.Read(text[1..], out number);
        number = -number;
        return count == 0 ? 0 : count + 1;
    }
}
