namespace Nearcall;

/// <summary>A procedure of a contract, not yet bound to what is called. <see cref="XmlRpcServiceMethod"/> makes it.</summary>
/// <typeparam name="TService">The contract, or the type of a delegate.</typeparam>
/// <remarks>Immutable and safe to share between threads.</remarks>
public abstract class XmlRpcMethod<TService> : XmlRpcMethodDescription
    where TService : class
{
    private protected XmlRpcMethod(
        string name, IReadOnlyList<XmlRpcParameter> parameters, XmlRpcKind? resultKind, XmlRpcMethodDetails details)
        : base(name, parameters, resultKind)
    {
        Help = details.Help;
        IsHidden = details.IsHidden;
        TakesStream = details.TakesStream;
        Metadata = details.Metadata;
    }

    /// <summary>Binds the method to an object that serves all its calls, many at once.</summary>
    /// <param name="service">The object.</param>
    /// <returns>The method, ready to be called.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="service"/> is null.</exception>
    public XmlRpcMethod Bind(TService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Bind(new SharedService<TService>(service), Name);
    }

    /// <summary>Binds the method to what gives an object for each call, under a name.</summary>
    internal abstract XmlRpcMethod Bind(ServiceSource<TService> source, string name);
}
