namespace Nearcall;

/// <summary>
/// What a client can call through: the interfaces with <see cref="XmlRpcServiceAttribute"/>. The compiler writes the implementation;
/// it is not written by hand.
/// </summary>
/// <typeparam name="TSelf">The contract itself.</typeparam>
public interface IXmlRpcClientContract<TSelf>
    where TSelf : class, IXmlRpcClientContract<TSelf>
{
    /// <summary>Makes an implementation whose methods are calls.</summary>
    /// <param name="caller">What makes the calls.</param>
    /// <returns>The implementation; as safe to share between threads as the caller is.</returns>
    public static abstract TSelf CreateClient(XmlRpcCaller caller);
}
