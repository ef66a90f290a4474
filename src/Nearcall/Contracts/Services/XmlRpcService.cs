namespace Nearcall;

/// <summary>The description of a contract for a server: its methods, and how to make an instance. Generated code makes it.</summary>
/// <typeparam name="TService">The contract.</typeparam>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class XmlRpcService<TService>
    where TService : class
{
    /// <summary>Makes a description.</summary>
    /// <param name="methods">The methods, their prefix included in their names. Several of one name are told apart by their arguments.</param>
    /// <exception cref="ArgumentNullException"><paramref name="methods"/> is null.</exception>
    public XmlRpcService(IReadOnlyList<XmlRpcMethod<TService>> methods)
    {
        ArgumentNullException.ThrowIfNull(methods);
        Methods = methods;
    }

    /// <summary>The methods.</summary>
    public IReadOnlyList<XmlRpcMethod<TService>> Methods { get; }

    /// <summary>
    /// Makes an instance for one call, which is disposed when the call has ended. Null where the contract is an interface or a class
    /// that cannot be made so: then the server needs an instance or a registration. Default: null.
    /// </summary>
    public Func<XmlRpcCallContext, TService>? Factory { get; init; }
}
