namespace Nearcall;

/// <summary>
/// What a server can offer: the interfaces and classes with <see cref="XmlRpcServiceAttribute"/>. The compiler writes the
/// implementation; it is not written by hand.
/// </summary>
/// <typeparam name="TSelf">The contract itself.</typeparam>
public interface IXmlRpcServiceContract<TSelf>
    where TSelf : class, IXmlRpcServiceContract<TSelf>
{
    /// <summary>Describes the methods and how they are called.</summary>
    /// <returns>The description; the same each time.</returns>
    public static abstract XmlRpcService<TSelf> Describe();
}
