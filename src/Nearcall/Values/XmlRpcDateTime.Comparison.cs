namespace Nearcall;

public readonly partial struct XmlRpcDateTime
{
    /// <summary>Says whether two dates have the same clock and the same offset.</summary>
    /// <param name="left">One date.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public static bool operator ==(XmlRpcDateTime left, XmlRpcDateTime right) => left.Equals(right);

    /// <summary>Says whether two dates differ in clock or offset.</summary>
    /// <param name="left">One date.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they differ.</returns>
    public static bool operator !=(XmlRpcDateTime left, XmlRpcDateTime right) => !left.Equals(right);

    /// <summary>Says whether one date comes before another, by clock and then by offset.</summary>
    /// <param name="left">One date.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public static bool operator <(XmlRpcDateTime left, XmlRpcDateTime right) => left.CompareTo(right) < 0;

    /// <summary>Says whether one date comes before another or equals it.</summary>
    /// <param name="left">One date.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public static bool operator <=(XmlRpcDateTime left, XmlRpcDateTime right) => left.CompareTo(right) <= 0;

    /// <summary>Says whether one date comes after another, by clock and then by offset.</summary>
    /// <param name="left">One date.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public static bool operator >(XmlRpcDateTime left, XmlRpcDateTime right) => left.CompareTo(right) > 0;

    /// <summary>Says whether one date comes after another or equals it.</summary>
    /// <param name="left">One date.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public static bool operator >=(XmlRpcDateTime left, XmlRpcDateTime right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public bool Equals(XmlRpcDateTime other) => Stamp == other.Stamp && Zone == other.Zone;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is XmlRpcDateTime other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stamp, Zone);

    /// <summary>Compares the clocks, then the offsets; no date comes first, and no offset before any.</summary>
    /// <param name="other">The date to compare with.</param>
    /// <returns>Negative, zero or positive, as this date comes before, equals or comes after the other.</returns>
    public int CompareTo(XmlRpcDateTime other)
    {
        var clocks = Stamp.CompareTo(other.Stamp);
        return clocks != 0 ? clocks : Zone.CompareTo(other.Zone);
    }
}
