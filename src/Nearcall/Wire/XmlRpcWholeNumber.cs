namespace Nearcall;

/// <summary>Whole numbers as text: an optional sign and digits (R13).</summary>
internal static class XmlRpcWholeNumber
{
    public static bool IsWellFormed(ReadOnlySpan<byte> text)
    {
        var digits = WithoutSign(text);
        return !digits.IsEmpty && digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    public static XmlRpcNumberStatus Parse(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        var digits = WithoutSign(text);
        if (digits.IsEmpty)
        {
            return XmlRpcNumberStatus.Malformed;
        }

        // Summed below zero, where there is room for one more.
        var sum = 0L;
        var overflows = false;
        foreach (var octet in digits)
        {
            var digit = octet - '0';
            if (digit is < 0 or > 9)
            {
                return XmlRpcNumberStatus.Malformed;
            }

            overflows |= sum < long.MinValue / 10 || (sum == long.MinValue / 10 && digit > 8);
            sum = unchecked((sum * 10) - digit);
        }

        var isNegative = text[0] == '-';
        if (overflows || (!isNegative && sum == long.MinValue))
        {
            return XmlRpcNumberStatus.Overflow;
        }

        number = isNegative ? sum : -sum;
        return XmlRpcNumberStatus.Parsed;
    }

    private static ReadOnlySpan<byte> WithoutSign(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && text[0] is (byte)'+' or (byte)'-' ? text[1..] : text;
}
