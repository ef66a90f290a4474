using System.Buffers;
using System.Diagnostics.CodeAnalysis;
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

    /// <summary>Shows the number as <see cref="ToString()"/> does.</summary>
    /// <param name="format">Not looked at: there is one form.</param>
    /// <param name="formatProvider">Not looked at: there is no culture on the wire (R21).</param>
    /// <returns>The text.</returns>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    /// <remarks>Format and provider are not looked at.</remarks>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        var text = ToString();
        var fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    /// <inheritdoc/>
    /// <remarks>Format and provider are not looked at.</remarks>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Encoding.UTF8.TryGetBytes(ToString(), utf8Destination, out bytesWritten);

    /// <summary>Reads a number: a sign, digits with a point at most, an exponent.</summary>
    /// <param name="s">The text, for example <c>-12.50</c> or <c>1.25E+3</c>.</param>
    /// <param name="provider">Not looked at: there is no culture on the wire (R21).</param>
    /// <returns>The number, with the scale that the text has.</returns>
    /// <exception cref="FormatException">The text is no number, or its scale goes beyond <see cref="GreatestScale"/>.</exception>
    public static XmlRpcBigDecimal Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result) ? result : throw NoNumber();

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    public static XmlRpcBigDecimal Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <summary>Reads a number from UTF-8, as <see cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/> does.</summary>
    /// <param name="utf8Text">The text.</param>
    /// <param name="provider">Not looked at.</param>
    /// <returns>The number, with the scale that the text has.</returns>
    /// <exception cref="FormatException">The text is no number, or its scale goes beyond <see cref="GreatestScale"/>.</exception>
    public static XmlRpcBigDecimal Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null) =>
        TryParse(utf8Text, provider, out var result) ? result : throw NoNumber();

    /// <summary>Reads a number, or says that the text is none.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not looked at.</param>
    /// <param name="result">The number; 0 if the text is none.</param>
    /// <returns><see langword="false"/> where <see cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/> throws.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out XmlRpcBigDecimal result) => TryRead(s, out result);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out XmlRpcBigDecimal)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out XmlRpcBigDecimal result) =>
        TryRead(s.AsSpan(), out result);

    /// <summary>Reads a number from UTF-8, or says that the text is none.</summary>
    /// <param name="utf8Text">The text.</param>
    /// <param name="provider">Not looked at.</param>
    /// <param name="result">The number; 0 if the text is none.</param>
    /// <returns><see langword="false"/> where <see cref="Parse(ReadOnlySpan{byte}, IFormatProvider?)"/> throws.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out XmlRpcBigDecimal result) =>
        TryRead(utf8Text, out result);

    private static bool TryRead<TUnit>(ReadOnlySpan<TUnit> text, out XmlRpcBigDecimal result)
        where TUnit : unmanaged, IBinaryInteger<TUnit>
    {
        result = default;
        var digits = ArrayPool<char>.Shared.Rent(text.Length + 1);
        try
        {
            var end = CopyDigits(text, digits, out var length, out var scale);
            if (length == 0 || !TryReadExponent(text[end..], out var exponent))
            {
                return false;
            }

            scale -= exponent;
            if (scale is < -GreatestScale or > GreatestScale)
            {
                return false;
            }

            var number = BigInteger.Parse(digits.AsSpan(0, length), NumberStyles.None, CultureInfo.InvariantCulture);
            result = new(text[0] == TUnit.CreateTruncating('-') ? -number : number, (int)scale);
            return true;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(digits);
        }
    }

    /// <summary>Copies sign, digits and point without the point.</summary>
    /// <returns>Where the rest of the text starts.</returns>
    private static int CopyDigits<TUnit>(ReadOnlySpan<TUnit> text, Span<char> digits, out int length, out long scale)
        where TUnit : unmanaged, IBinaryInteger<TUnit>
    {
        length = 0;
        var point = -1;
        var next = StartsWithSign(text) ? 1 : 0;
        for (; next < text.Length; next++)
        {
            var unit = text[next];
            if (IsDigit(unit))
            {
                digits[length++] = (char)uint.CreateTruncating(unit);
            }
            else if (unit == TUnit.CreateTruncating('.') && point < 0)
            {
                point = length;
            }
            else
            {
                break;
            }
        }

        scale = point < 0 ? 0 : length - point;
        return next;
    }

    private static bool TryReadExponent<TUnit>(ReadOnlySpan<TUnit> text, out long exponent)
        where TUnit : unmanaged, IBinaryInteger<TUnit>
    {
        exponent = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        var start = text.Length > 1 && StartsWithSign(text[1..]) ? 2 : 1;
        if ((text[0] | TUnit.CreateTruncating(0x20)) != TUnit.CreateTruncating('e') || start == text.Length)
        {
            return false;
        }

        foreach (var unit in text[start..])
        {
            if (!IsDigit(unit))
            {
                return false;
            }

            exponent = Math.Min((exponent * 10) + long.CreateTruncating(unit) - '0', int.MaxValue);
        }

        exponent = text[1] == TUnit.CreateTruncating('-') ? -exponent : exponent;
        return true;
    }

    private static bool StartsWithSign<TUnit>(ReadOnlySpan<TUnit> text)
        where TUnit : unmanaged, IBinaryInteger<TUnit> =>
        !text.IsEmpty && (text[0] == TUnit.CreateTruncating('-') || text[0] == TUnit.CreateTruncating('+'));

    private static bool IsDigit<TUnit>(TUnit unit)
        where TUnit : unmanaged, IBinaryInteger<TUnit> =>
        unit >= TUnit.CreateTruncating('0') && unit <= TUnit.CreateTruncating('9');

    private static FormatException NoNumber() =>
        new($"The text is no decimal number, or its scale goes beyond {GreatestScale}.");
}
