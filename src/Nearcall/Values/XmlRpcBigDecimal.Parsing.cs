using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Nearcall;

public readonly partial struct XmlRpcBigDecimal
{
    /// <summary>Reads a number: a sign, digits with a point at most, an exponent. No culture is asked (R21).</summary>
    /// <param name="text">The text, for example <c>-12.50</c> or <c>1.25E+3</c>.</param>
    /// <returns>The number, with the scale that the text has.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is no number, or its scale goes beyond <see cref="GreatestScale"/>.</exception>
    public static XmlRpcBigDecimal Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead(text.AsSpan(), out var result) ? result : throw NoNumber();
    }

    /// <summary>Reads a number as <see cref="Parse"/> does, or says that the text is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="result">The number; 0 if the text is none.</param>
    /// <returns><see langword="false"/> where <see cref="Parse"/> throws.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out XmlRpcBigDecimal result) => TryRead(text.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string?, out XmlRpcBigDecimal)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out XmlRpcBigDecimal result) => TryRead(text, out result);

    /// <summary>Reads a number from UTF-8 as <see cref="Parse"/> does, or says that the text is none.</summary>
    /// <param name="utf8Text">The text.</param>
    /// <param name="result">The number; 0 if the text is none.</param>
    /// <returns><see langword="false"/> where <see cref="Parse"/> throws.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out XmlRpcBigDecimal result) => TryRead(utf8Text, out result);

    static XmlRpcBigDecimal IParsable<XmlRpcBigDecimal>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<XmlRpcBigDecimal>.TryParse(string? s, IFormatProvider? provider, out XmlRpcBigDecimal result) =>
        TryParse(s, out result);

    static XmlRpcBigDecimal ISpanParsable<XmlRpcBigDecimal>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryRead(s, out var result) ? result : throw NoNumber();

    static bool ISpanParsable<XmlRpcBigDecimal>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out XmlRpcBigDecimal result) =>
        TryRead(s, out result);

    static XmlRpcBigDecimal IUtf8SpanParsable<XmlRpcBigDecimal>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        TryRead(utf8Text, out var result) ? result : throw NoNumber();

    static bool IUtf8SpanParsable<XmlRpcBigDecimal>.TryParse(
        ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out XmlRpcBigDecimal result) => TryRead(utf8Text, out result);

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
