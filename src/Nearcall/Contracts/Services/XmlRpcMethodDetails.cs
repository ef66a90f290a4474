namespace Nearcall;

/// <summary>What is known of a method of a contract beyond its arguments and its result. For generated code.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class XmlRpcMethodDetails
{
    /// <summary>See <see cref="XmlRpcMethodDescription.Help"/>. Default: empty.</summary>
    public string Help { get; init; } = "";

    /// <summary>See <see cref="XmlRpcMethodDescription.IsHidden"/>. Default: no.</summary>
    public bool IsHidden { get; init; }

    /// <summary>See <see cref="XmlRpcMethodDescription.TakesStream"/>. Default: no.</summary>
    public bool TakesStream { get; init; }

    /// <summary>See <see cref="XmlRpcMethodDescription.Metadata"/>. Default: empty.</summary>
    public IReadOnlyList<object> Metadata { get; init; } = [];

    internal static XmlRpcMethodDetails None { get; } = new();
}
