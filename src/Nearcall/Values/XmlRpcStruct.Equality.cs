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

        foreach (ref readonly var member in Members)
        {
            if (!other.TryGetValue(member.Key, out var value) || member.Value != value)
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
        foreach (ref readonly var member in Members)
        {
            sum = unchecked(sum + HashCode.Combine(member.Key, member.Value));
        }

        return HashCode.Combine(Count, sum);
    }

    /// <summary>Shows the members as <see cref="XmlRpcValue.ToString"/> does.</summary>
    /// <returns>For example <c>{a: 1, "odd name": [1, 2]}</c>.</returns>
    public override string ToString() => ((XmlRpcValue)this).ToString();
}
