namespace Nearcall;

/// <summary>Numbers and booleans on the plain road.</summary>
public ref partial struct XmlRpcReader
{
    /// <summary>A number of so many digits, and ten to that power, are both doubles, so that dividing one by the other rounds once.</summary>
    private const int GreatestExactDigits = 15;

    private static readonly double[] Powers =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads a whole number from a range.</summary>
    private bool TryReadPlainWhole(long least, long greatest, out long number)
    {
        number = 0;
        if (!TryPlainValue(out var start, out var rest))
        {
            return false;
        }

        if (rest.StartsWith("<value><int>"u8))
        {
            var length = ReadSignedDigits(rest[12..], out number);
            return number is >= int.MinValue and <= int.MaxValue
                && number >= least && number <= greatest
                && rest[(12 + length)..].StartsWith("</int></value>"u8)
                && TryEndPlainNumber(XmlRpcKind.Int, start + 12, length, 14);
        }

        if (rest.StartsWith("<value><i4>"u8))
        {
            var length = ReadSignedDigits(rest[11..], out number);
            return number is >= int.MinValue and <= int.MaxValue
                && number >= least && number <= greatest
                && rest[(11 + length)..].StartsWith("</i4></value>"u8)
                && TryEndPlainNumber(XmlRpcKind.Int, start + 11, length, 13);
        }

        if (rest.StartsWith("<value><i8>"u8) && Dialect.ReadI8)
        {
            var length = ReadSignedDigits(rest[11..], out number);
            return number >= least && number <= greatest
                && rest[(11 + length)..].StartsWith("</i8></value>"u8)
                && TryEndPlainNumber(XmlRpcKind.I8, start + 11, length, 13);
        }

        return false;
    }

    private bool TryReadPlainBoolean(out bool boolean)
    {
        boolean = false;
        if (!TryPlainValue(out var start, out var rest) || !rest.StartsWith("<value><boolean>"u8))
        {
            return false;
        }

        boolean = rest[16..].StartsWith("1</boolean></value>"u8);
        return (boolean || rest[16..].StartsWith("0</boolean></value>"u8)) && TryEndPlainNumber(XmlRpcKind.Boolean, start + 16, 1, 18);
    }

    /// <summary>Reads digits, or digits, a period and digits, if there are few enough to be exact.</summary>
    private bool TryReadPlainDouble(out double number)
    {
        number = 0;
        if (!TryPlainValue(out var start, out var rest) || !rest.StartsWith("<value><double>"u8))
        {
            return false;
        }

        var text = rest[15..];
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
        return text[length..].StartsWith("</double></value>"u8) && TryEndPlainNumber(XmlRpcKind.Double, start + 15, length, 17);
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

    private bool TryEndPlainNumber(XmlRpcKind kind, int start, int length, int endTags) =>
        length > 0 && length <= Limits.MaxDigits && TryEndPlain(kind, start, length, start + length + endTags);
}
