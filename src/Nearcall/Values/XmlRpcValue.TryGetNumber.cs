using System.Numerics;

namespace Nearcall;

public readonly partial struct XmlRpcValue
{
    /// <summary>The greatest whole number up to which a double holds each one exactly.</summary>
    private const long GreatestInDouble = 1L << 53;

    /// <summary>The greatest whole number up to which a 32-bit floating-point number holds each one exactly.</summary>
    private const long GreatestInSingle = 1L << 24;

    private bool IsWholeNumber =>
        Kind is XmlRpcKind.Int or XmlRpcKind.I8 or XmlRpcKind.I1 or XmlRpcKind.I2 or XmlRpcKind.BigInteger;

    /// <summary>Gets a whole number of any kind, if it is in range.</summary>
    /// <param name="value">The number; 0 if there is none.</param>
    /// <returns><see langword="false"/> where <see cref="AsSByte"/> throws.</returns>
    public bool TryGetSByte(out sbyte value)
    {
        var fits = TryGetWithin(sbyte.MinValue, sbyte.MaxValue, out var number);
        value = (sbyte)number;
        return fits;
    }

    /// <summary>Gets a whole number of any kind, if it is in range.</summary>
    /// <param name="value">The number; 0 if there is none.</param>
    /// <returns><see langword="false"/> where <see cref="AsInt16"/> throws.</returns>
    public bool TryGetInt16(out short value)
    {
        var fits = TryGetWithin(short.MinValue, short.MaxValue, out var number);
        value = (short)number;
        return fits;
    }

    /// <summary>Gets a whole number of any kind, if it is in range.</summary>
    /// <param name="value">The number; 0 if there is none.</param>
    /// <returns><see langword="false"/> where <see cref="AsInt32"/> throws.</returns>
    public bool TryGetInt32(out int value)
    {
        var fits = TryGetWithin(int.MinValue, int.MaxValue, out var number);
        value = (int)number;
        return fits;
    }

    /// <summary>Gets a whole number of any kind, if it is in range.</summary>
    /// <param name="value">The number; 0 if there is none.</param>
    /// <returns><see langword="false"/> where <see cref="AsInt64"/> throws.</returns>
    public bool TryGetInt64(out long value) => TryGetWithin(long.MinValue, long.MaxValue, out value);

    /// <summary>Gets a whole number of any kind.</summary>
    /// <param name="value">The number; 0 if there is none.</param>
    /// <returns><see langword="false"/> where <see cref="AsBigInteger"/> throws.</returns>
    public bool TryGetBigInteger(out BigInteger value)
    {
        value = IsWholeNumber ? _reference as BigInteger? ?? _bits : default;
        return IsWholeNumber;
    }

    /// <summary>Gets a <c>double</c>, an <c>ex:float</c>, or a whole number of any kind from -2^53 to 2^53.</summary>
    /// <param name="value">The number; 0 if there is none.</param>
    /// <returns><see langword="false"/> where <see cref="AsDouble"/> throws.</returns>
    public bool TryGetDouble(out double value)
    {
        if (ReferenceEquals(_reference, StoredKind.Double))
        {
            value = BitConverter.Int64BitsToDouble(_bits);
            return true;
        }

        if (ReferenceEquals(_reference, StoredKind.Float))
        {
            value = StoredSingle;
            return true;
        }

        var fits = TryGetWithin(-GreatestInDouble, GreatestInDouble, out var number);
        value = number;
        return fits;
    }

    /// <summary>Gets an <c>ex:float</c>, or a whole number of any kind from -2^24 to 2^24.</summary>
    /// <param name="value">The number; 0 if there is none.</param>
    /// <returns><see langword="false"/> where <see cref="AsSingle"/> throws.</returns>
    public bool TryGetSingle(out float value)
    {
        if (ReferenceEquals(_reference, StoredKind.Float))
        {
            value = StoredSingle;
            return true;
        }

        var fits = TryGetWithin(-GreatestInSingle, GreatestInSingle, out var number);
        value = number;
        return fits;
    }

    /// <summary>Gets an <c>ex:bigdecimal</c> or a whole number of any kind.</summary>
    /// <param name="value">The number; 0 if there is none.</param>
    /// <returns><see langword="false"/> where <see cref="AsBigDecimal"/> throws.</returns>
    public bool TryGetBigDecimal(out XmlRpcBigDecimal value)
    {
        if (_reference is XmlRpcBigDecimal number)
        {
            value = number;
            return true;
        }

        var matches = TryGetBigInteger(out var whole);
        value = whole;
        return matches;
    }

    /// <summary>Gets an <c>ex:bigdecimal</c> or a whole number of any kind, if a <see cref="decimal"/> holds it exactly.</summary>
    /// <param name="value">The number; 0 if there is none.</param>
    /// <returns><see langword="false"/> where <see cref="AsDecimal"/> throws.</returns>
    public bool TryGetDecimal(out decimal value)
    {
        value = default;
        return TryGetBigDecimal(out var number) && number.TryToDecimal(out value);
    }

    private bool TryGetWithin(long least, long greatest, out long value)
    {
        var isKnown = IsWholeNumber;
        value = _bits;
        if (_reference is BigInteger number)
        {
            isKnown = number >= long.MinValue && number <= long.MaxValue;
            value = isKnown ? (long)number : 0;
        }

        if (isKnown && value >= least && value <= greatest)
        {
            return true;
        }

        value = 0;
        return false;
    }
}
