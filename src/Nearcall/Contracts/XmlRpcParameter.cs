namespace Nearcall;

/// <summary>One parameter of a method: where its argument comes from and how it is described.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class XmlRpcParameter
{
    /// <summary>Describes a parameter.</summary>
    /// <param name="name">The name, or null.</param>
    /// <param name="type">The type of the argument; of a variadic parameter, that of all its arguments together.</param>
    /// <param name="kind">See <see cref="Kind"/>; of a variadic parameter, that of each of its arguments.</param>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    public XmlRpcParameter(string? name, Type type, XmlRpcKind? kind = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        Name = name;
        Type = type;
        Kind = kind;
        IsNullable = Nullable.GetUnderlyingType(type) is not null;
    }

    /// <summary>The name, for help and error messages; null where none was given. Names never travel.</summary>
    public string? Name { get; }

    /// <summary>The type of the argument.</summary>
    public Type Type { get; }

    /// <summary>The kind of value on the wire; null where any is taken or the argument does not come from the wire.</summary>
    public XmlRpcKind? Kind { get; }

    /// <summary>Whether the caller sends the argument. A cancellation token, for one, is filled in by the server. Default: yes.</summary>
    public bool IsOnWire { get; init; } = true;

    /// <summary>Whether the caller may leave the argument and those behind it out. Default: no.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the parameter takes all arguments that are left, none included, as <c>params</c> does. Default: no.</summary>
    public bool IsVariadic { get; init; }

    /// <summary>Whether the argument may be nil. Default: whether <see cref="Type"/> is a <see cref="Nullable{T}"/>.</summary>
    public bool IsNullable { get; init; }
}
