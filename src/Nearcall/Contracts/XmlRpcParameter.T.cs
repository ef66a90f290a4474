namespace Nearcall;

/// <summary>A parameter whose argument is a <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The type of the argument.</typeparam>
/// <remarks>Immutable and safe to share between threads.</remarks>
public abstract class XmlRpcParameter<T> : XmlRpcParameter
{
    private protected XmlRpcParameter(string? name, XmlRpcKind? kind, bool isOnWire)
        : base(name, typeof(T), kind)
    {
        IsOnWire = isOnWire;
    }

    /// <summary>Gives the argument: the next of the reader, or what the call fills in.</summary>
    /// <param name="arguments">The arguments, before this one.</param>
    /// <param name="context">The call.</param>
    /// <returns>The argument.</returns>
    /// <exception cref="XmlRpcFormatException">There is no further argument, or it is of another type.</exception>
    public abstract T Read(ref XmlRpcReader arguments, XmlRpcCallContext context);

    /// <summary>
    /// Gives the argument of the last parameter, as <see cref="Read"/> does, and checks that no further one was sent.
    /// </summary>
    /// <param name="arguments">The arguments, before this one.</param>
    /// <param name="context">The call.</param>
    /// <returns>The argument.</returns>
    /// <exception cref="XmlRpcFormatException">There is no further argument, it is of another type, or there are more.</exception>
    public T ReadLast(ref XmlRpcReader arguments, XmlRpcCallContext context)
    {
        var argument = Read(ref arguments, context);
        context.EndArguments(ref arguments);
        return argument;
    }
}
