using System.Globalization;
using System.Text;

namespace Nearcall;

/// <summary>Floating-point numbers as text: decimal point notation (R17), and the forms beyond it that peers write.</summary>
internal static class XmlRpcFloatingNumber
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isSingle">Whether the number is rounded to 32 bits: once, and not to 64 on the way.</param>
    /// <param name="number">The number; infinite where it is too great.</param>
    public static XmlRpcFloatingForm Parse(ReadOnlySpan<byte> text, bool isSingle, out double number)
    {
        number = 0;
        var rest = !text.IsEmpty && text[0] is (byte)'+' or (byte)'-' ? text[1..] : text;
        var whole = Digits(ref rest);
        var fraction = 0;
        if (!rest.IsEmpty && rest[0] == '.')
        {
            rest = rest[1..];
            fraction = Digits(ref rest);
        }

        if (whole + fraction == 0)
        {
            return ParseWord(text, out number) ? XmlRpcFloatingForm.NonFinite : XmlRpcFloatingForm.Malformed;
        }

        var form = XmlRpcFloatingForm.Decimal;
        if (!rest.IsEmpty && (rest[0] | 0x20) == 'e')
        {
            rest = rest[1..];
            rest = !rest.IsEmpty && rest[0] is (byte)'+' or (byte)'-' ? rest[1..] : rest;
            if (Digits(ref rest) == 0)
            {
                return XmlRpcFloatingForm.Malformed;
            }

            form = XmlRpcFloatingForm.Exponent;
        }

        if (!rest.IsEmpty)
        {
            return XmlRpcFloatingForm.Malformed;
        }

        number = isSingle
            ? float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
            : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return form;
    }

    private static int Digits(ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var length = end < 0 ? text.Length : end;
        text = text[length..];
        return length;
    }

    private static bool ParseWord(ReadOnlySpan<byte> text, out double number)
    {
        var isNegative = !text.IsEmpty && text[0] == '-';
        var word = !text.IsEmpty && text[0] is (byte)'+' or (byte)'-' ? text[1..] : text;
        number = Ascii.EqualsIgnoreCase(word, "nan"u8) ? double.NaN
            : Ascii.EqualsIgnoreCase(word, "inf"u8) || Ascii.EqualsIgnoreCase(word, "infinity"u8)
                ? isNegative ? double.NegativeInfinity : double.PositiveInfinity
                : 0;
        return number != 0;
    }
}
