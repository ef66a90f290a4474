namespace Nearcall;

/// <summary>
/// A procedure that a server offers: its name, its description and the code that reads arguments, calls and writes the
/// result. Delegates and contracts both end here.
/// </summary>
/// <remarks>Immutable and safe to share between threads; serves any number of calls at once.</remarks>
public abstract class XmlRpcMethod : XmlRpcMethodDescription
{
    private protected XmlRpcMethod(string name, IReadOnlyList<XmlRpcParameter> parameters, XmlRpcKind? resultKind)
        : base(name, parameters, resultKind)
    {
    }

    private protected XmlRpcMethod(string name, XmlRpcMethodDescription other)
        : base(name, other)
    {
    }

    /// <summary>Makes a method that gives a result.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="name">The name on the wire.</param>
    /// <param name="parameters">The parameters that <paramref name="body"/> reads, in their order.</param>
    /// <param name="body">Reads the arguments and gives the result.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="NotSupportedException">There is no converter for <typeparamref name="TResult"/>.</exception>
    public static XmlRpcMethod Create<TResult>(string name, IReadOnlyList<XmlRpcParameter> parameters, XmlRpcMethodBody<TResult> body) =>
        new ResultMethod<TResult>(name, parameters, body, XmlRpcConverter.For<TResult>());

    /// <summary>
    /// Makes a method that gives no result: nil where the dialect writes nil, else boolean 1, as the protocol has no empty
    /// answer (R45).
    /// </summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="parameters">The parameters that <paramref name="body"/> reads, in their order.</param>
    /// <param name="body">Reads the arguments and does the work.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static XmlRpcMethod Create(string name, IReadOnlyList<XmlRpcParameter> parameters, XmlRpcMethodBody body) =>
        new VoidMethod(name, parameters, body);

    /// <summary>
    /// Serves one call: reads all its arguments, calls, and writes one value to <see cref="XmlRpcCallContext.OpenResult"/>.
    /// Allocates nothing of its own where the work completes at once.
    /// </summary>
    /// <param name="context">The call.</param>
    /// <returns>The end of the call.</returns>
    /// <exception cref="XmlRpcFormatException">The arguments are malformed, too few, too many or of other types.</exception>
    public abstract ValueTask InvokeAsync(XmlRpcCallContext context);
}
