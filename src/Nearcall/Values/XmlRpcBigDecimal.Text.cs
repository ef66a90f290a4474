using System.Globalization;
using System.Numerics;
using System.Text;

namespace Nearcall;

public readonly partial struct XmlRpcBigDecimal
{
    /// <summary>Shows the number with all its digits, without an exponent: <c>-12.50</c>.</summary>
    /// <returns>The text, the same under every culture.</returns>
    public override string ToString()
    {
        var digits = BigInteger.Abs(UnscaledValue).ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder(digits.Length + 3);
        if (UnscaledValue.Sign < 0)
        {
            text.Append('-');
        }

        if (Scale <= 0)
        {
            return text.Append(digits).Append('0', UnscaledValue.IsZero ? 0 : -Scale).ToString();
        }

        var whole = digits.Length - Scale;
        return whole > 0
            ? text.Append(digits, 0, whole).Append('.').Append(digits, whole, Scale).ToString()
            : text.Append("0.").Append('0', -whole).Append(digits).ToString();
    }

    /// <summary>Writes the number as <see cref="ToString()"/> shows it.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="charsWritten">How many characters were written; 0 if they did not fit.</param>
    /// <returns><see langword="false"/> if the text does not fit.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        var text = ToString();
        var fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    /// <summary>Writes the number in UTF-8 as <see cref="ToString()"/> shows it.</summary>
    /// <param name="utf8Destination">Where to write.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 if they did not fit.</param>
    /// <returns><see langword="false"/> if the text does not fit.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten) =>
        Encoding.UTF8.TryGetBytes(ToString(), utf8Destination, out bytesWritten);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(destination, out charsWritten);

    bool IUtf8SpanFormattable.TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(utf8Destination, out bytesWritten);
}
