using System.Buffers.Text;
using System.Globalization;

namespace Nearcall;

/// <summary>
/// Writes finite numbers in the form of R17: digits, a period, digits; the fewest that read back as the same number, and
/// never an exponent.
/// </summary>
internal static class XmlRpcDouble
{
    /// <summary>No number needs more bytes: the longest have a sign, 325 digits and a period.</summary>
    public const int MaxLength = 336;

    /// <summary>Below this a whole number has at most 15 digits and is formatted faster as an integer.</summary>
    private const double WholeBound = 1e15;

    /// <summary>Writes a finite double.</summary>
    /// <returns>The number of bytes written.</returns>
    public static int Format(double value, Span<byte> destination)
    {
        int length;
        if (Math.Abs(value) < WholeBound && value == Math.Truncate(value) && !IsNegativeZero(value))
        {
            _ = Utf8Formatter.TryFormat((long)value, destination, out length);
        }
        else
        {
            _ = value.TryFormat(destination, out length, default, CultureInfo.InvariantCulture);
        }

        return Complete(destination, length);
    }

    /// <summary>Writes a finite float.</summary>
    /// <returns>The number of bytes written.</returns>
    public static int Format(float value, Span<byte> destination)
    {
        _ = value.TryFormat(destination, out var length, default, CultureInfo.InvariantCulture);
        return Complete(destination, length);
    }

    private static bool IsNegativeZero(double value) => value == 0 && double.IsNegative(value);

    /// <summary>Turns the framework's shortest form into digits, period, digits.</summary>
    private static int Complete(Span<byte> destination, int length)
    {
        var text = destination[..length];
        if (text.Contains((byte)'.') && !text.Contains((byte)'E'))
        {
            return length;
        }

        if (text.IndexOf((byte)'E') is var exponent and >= 0)
        {
            return Expand(text, exponent, destination);
        }

        ".0"u8.CopyTo(destination[length..]);
        return length + 2;
    }

    /// <summary>Writes out <c>d.ddd</c> times a power of ten, over itself.</summary>
    private static int Expand(ReadOnlySpan<byte> text, int exponentStart, Span<byte> destination)
    {
        _ = Utf8Parser.TryParse(text[(exponentStart + 1)..], out int exponent, out _);
        Span<byte> digits = stackalloc byte[24];
        var count = 0;
        var position = 0;
        foreach (var octet in text[..exponentStart])
        {
            if (octet == '-')
            {
                position = 1;
            }
            else if (octet != '.')
            {
                digits[count++] = octet;
            }
        }

        digits = digits[..count];
        if (exponent < 0)
        {
            "0."u8.CopyTo(destination[position..]);
            position += 2;
            destination.Slice(position, -exponent - 1).Fill((byte)'0');
            position += -exponent - 1;
            digits.CopyTo(destination[position..]);
            return position + count;
        }

        var whole = exponent + 1;
        var leading = digits[..Math.Min(count, whole)];
        leading.CopyTo(destination[position..]);
        position += leading.Length;
        destination.Slice(position, whole - leading.Length).Fill((byte)'0');
        position += whole - leading.Length;
        destination[position++] = (byte)'.';
        var fraction = count > whole ? digits[whole..] : "0"u8;
        fraction.CopyTo(destination[position..]);
        return position + fraction.Length;
    }
}
