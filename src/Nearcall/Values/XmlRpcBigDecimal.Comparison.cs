using System.Numerics;

namespace Nearcall;

public readonly partial struct XmlRpcBigDecimal
{
    /// <summary>2^61 - 1, a prime: a number modulo it is the same however the number is scaled.</summary>
    private const long HashModulus = (1L << 61) - 1;

    /// <summary>Says whether two numbers are equal, whatever their scales.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public static bool operator ==(XmlRpcBigDecimal left, XmlRpcBigDecimal right) => left.Equals(right);

    /// <summary>Says whether two numbers differ.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they differ.</returns>
    public static bool operator !=(XmlRpcBigDecimal left, XmlRpcBigDecimal right) => !left.Equals(right);

    /// <summary>Says whether one number is less than another.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool operator <(XmlRpcBigDecimal left, XmlRpcBigDecimal right) => left.CompareTo(right) < 0;

    /// <summary>Says whether one number is less than another or equals it.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool operator <=(XmlRpcBigDecimal left, XmlRpcBigDecimal right) => left.CompareTo(right) <= 0;

    /// <summary>Says whether one number is greater than another.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool operator >(XmlRpcBigDecimal left, XmlRpcBigDecimal right) => left.CompareTo(right) > 0;

    /// <summary>Says whether one number is greater than another or equals it.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool operator >=(XmlRpcBigDecimal left, XmlRpcBigDecimal right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public bool Equals(XmlRpcBigDecimal other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is XmlRpcBigDecimal other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Modulo a prime, 10^(prime - 1 - n) stands for a division by 10^n: 1.0 and 1.00 come out the same.
        var power = BigInteger.ModPow(10, Scale <= 0 ? -Scale : HashModulus - 1 - Scale, HashModulus);
        var residue = UnscaledValue * power % HashModulus;
        return residue.GetHashCode();
    }

    /// <summary>Compares two numbers, whatever their scales.</summary>
    /// <param name="other">The number to compare with.</param>
    /// <returns>Negative, zero or positive, as this number is less than, equals or is greater than the other.</returns>
    public int CompareTo(XmlRpcBigDecimal other)
    {
        var scale = Math.Max(Scale, other.Scale);
        return Scaled(scale).CompareTo(other.Scaled(scale));
    }

    private BigInteger Scaled(int scale) => scale == Scale ? UnscaledValue : UnscaledValue * BigInteger.Pow(10, scale - Scale);
}
