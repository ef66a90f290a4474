namespace Nearcall;

/// <summary>
/// Asks the compiler for the converter of a type that is used where it does not look: not in a contract, not as the type argument
/// of a call.
/// </summary>
/// <param name="type">See <see cref="Type"/>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class XmlRpcConvertibleAttribute(Type type) : Attribute
{
    /// <summary>The type, which <see cref="XmlRpcConverter.For{T}"/> then knows.</summary>
    public Type Type { get; } = type;
}
