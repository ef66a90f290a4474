using System.Globalization;
using System.Numerics;

namespace Nearcall;

/// <summary>
/// A decimal number of any size, as <c>ex:bigdecimal</c> carries it (R74): <see cref="UnscaledValue"/> × 10^-<see cref="Scale"/>.
/// </summary>
/// <remarks>
/// <para><c>default(XmlRpcBigDecimal)</c> is 0. Immutable and safe to share between threads.</para>
/// <para>Equality is that of numbers: 1.0 equals 1.00, though each is written as it was made.</para>
/// </remarks>
public readonly partial struct XmlRpcBigDecimal
    : IEquatable<XmlRpcBigDecimal>, IComparable<XmlRpcBigDecimal>, ISpanFormattable, IUtf8SpanFormattable,
        ISpanParsable<XmlRpcBigDecimal>, IUtf8SpanParsable<XmlRpcBigDecimal>
{
    /// <summary>The greatest scale, and the least without its sign: a short text must not make a number of millions of digits.</summary>
    public const int GreatestScale = 4096;

    /// <summary>Makes a number.</summary>
    /// <param name="unscaledValue">The digits and the sign.</param>
    /// <param name="scale">
    /// How many of the digits stand behind the point; below zero, how many zeros follow them. From -<see cref="GreatestScale"/>
    /// to <see cref="GreatestScale"/>. Default: 0.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is out of its range.</exception>
    public XmlRpcBigDecimal(BigInteger unscaledValue, int scale = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, -GreatestScale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, GreatestScale);
        UnscaledValue = unscaledValue;
        Scale = scale;
    }

    /// <summary>The digits and the sign.</summary>
    public BigInteger UnscaledValue { get; }

    /// <summary>How many of the digits stand behind the point; below zero, how many zeros follow them.</summary>
    public int Scale { get; }

    /// <summary>Takes a number over, exactly.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator XmlRpcBigDecimal(int value) => new(value);

    /// <summary>Takes a number over, exactly.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator XmlRpcBigDecimal(long value) => new(value);

    /// <summary>Takes a number over, exactly.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator XmlRpcBigDecimal(BigInteger value) => new(value);

    /// <summary>Takes a number over, exactly, with its scale.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator XmlRpcBigDecimal(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var digits = new BigInteger(new decimal(parts[0], parts[1], parts[2], isNegative: value < 0, scale: 0));
        return new(digits, value.Scale);
    }

    /// <summary>Converts a number if it can be had exactly.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="OverflowException">A <see cref="decimal"/> does not hold the number exactly.</exception>
    public static explicit operator decimal(XmlRpcBigDecimal value) =>
        value.TryToDecimal(out var number) ? number : throw new OverflowException("A decimal does not hold the number exactly.");

    /// <summary>Converts a number to the nearest double.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="OverflowException">The number is beyond the range of <see cref="double"/>.</exception>
    public static explicit operator double(XmlRpcBigDecimal value)
    {
        var number = double.Parse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : throw new OverflowException("The number is beyond the range of a double.");
    }

    internal bool TryToDecimal(out decimal number)
    {
        var digits = UnscaledValue;
        var scale = Scale;
        if (scale < 0)
        {
            digits *= BigInteger.Pow(10, -scale);
            scale = 0;
        }

        number = default;
        while (scale > 28 || digits < (BigInteger)decimal.MinValue || digits > (BigInteger)decimal.MaxValue)
        {
            digits = BigInteger.DivRem(digits, 10, out var lost);
            if (scale == 0 || !lost.IsZero)
            {
                return false;
            }

            scale--;
        }

        Span<int> parts = stackalloc int[4];
        decimal.GetBits((decimal)digits, parts);
        number = new(parts[0], parts[1], parts[2], digits.Sign < 0, (byte)scale);
        return true;
    }
}
