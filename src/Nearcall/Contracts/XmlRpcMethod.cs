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

    /// <summary>
    /// Serves one call: reads all its arguments, calls, and writes one value to <see cref="XmlRpcCallContext.OpenResult"/>.
    /// Allocates nothing of its own where the work completes at once.
    /// </summary>
    /// <param name="context">The call.</param>
    /// <returns>The end of the call.</returns>
    /// <exception cref="XmlRpcFormatException">The arguments are malformed, too few, too many or of other types.</exception>
    public abstract ValueTask InvokeAsync(XmlRpcCallContext context);
}
