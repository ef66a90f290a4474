namespace Nearcall;

public readonly partial struct XmlRpcValue
{
    /// <summary>Says whether two values have the same kind and the same content.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public static bool operator ==(XmlRpcValue left, XmlRpcValue right) => left.Equals(right);

    /// <summary>Says whether two values differ in kind or in content.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they differ.</returns>
    public static bool operator !=(XmlRpcValue left, XmlRpcValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(XmlRpcValue other)
    {
        if (_bits != other._bits)
        {
            return false;
        }

        return _reference is byte[] octets
            ? other._reference is byte[] others && octets.AsSpan().SequenceEqual(others)
            : Equals(_reference, other._reference);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is XmlRpcValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(_bits);
        if (_reference is byte[] octets)
        {
            hash.AddBytes(octets);
        }
        else
        {
            hash.Add(_reference);
        }

        return hash.ToHashCode();
    }
}
