namespace Nearcall;

public sealed partial class XmlRpcStruct
{
    /// <summary>Says whether two structs hold equal members, in any order; null equals null.</summary>
    /// <param name="left">One struct.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public static bool operator ==(XmlRpcStruct? left, XmlRpcStruct? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Says whether two structs differ.</summary>
    /// <param name="left">One struct.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they differ.</returns>
    public static bool operator !=(XmlRpcStruct? left, XmlRpcStruct? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(XmlRpcStruct? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || Count != other.Count)
        {
            return false;
        }

        foreach (var (name, value) in this)
        {
            if (!other.TryGetValue(name, out var others) || value != others)
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as XmlRpcStruct);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var sum = 0;
        foreach (var (name, value) in this)
        {
            sum = unchecked(sum + HashCode.Combine(name, value));
        }

        return HashCode.Combine(Count, sum);
    }

    /// <summary>Shows the members as <see cref="XmlRpcValue.ToString"/> does.</summary>
    /// <returns>For example <c>{a: 1, "odd name": [1, 2]}</c>.</returns>
    public override string ToString() => ((XmlRpcValue)this).ToString();
}
