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
        if (_kind != other._kind || _bits != other._bits || _zone != other._zone)
        {
            return false;
        }

        return _kind is XmlRpcKind.Base64 or XmlRpcKind.Dom or XmlRpcKind.Serializable
            ? StoredOctets.Span.SequenceEqual(other.StoredOctets.Span)
            : Equals(_reference, other._reference);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is XmlRpcValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(_kind);
        hash.Add(_bits);
        hash.Add(_zone);
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
