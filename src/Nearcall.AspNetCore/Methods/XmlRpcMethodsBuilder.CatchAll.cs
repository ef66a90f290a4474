using System.Runtime.CompilerServices;

namespace Nearcall;

/// <content>The method that takes the calls of all other names.</content>
public sealed partial class XmlRpcMethodsBuilder
{
    /// <summary>
    /// Takes every call whose name has no method. The handler finds the name in <see cref="XmlRpcCallContext.Method"/>, reads the
    /// arguments with <see cref="XmlRpcCallContext.ReadArguments"/>, and may throw a fault with
    /// <see cref="XmlRpcFaultCodes.MethodNotFound"/>. Introspection does not know such methods.
    /// </summary>
    /// <param name="handler">What is called. It serves many calls at once.</param>
    /// <returns>The method, to require authorization or add filters.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    /// <exception cref="InvalidOperationException">There is a catch-all already, or the endpoint is mapped already.</exception>
    [OverloadResolutionPriority(1)]
    public XmlRpcMethodBuilder AddCatchAll(Func<XmlRpcCallContext, Task<XmlRpcValue>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddCatchAll(handler, static (handler, ref arguments, context) => new(handler(Checked(ref arguments, context))));
    }

    /// <inheritdoc cref="AddCatchAll(Func{XmlRpcCallContext, Task{XmlRpcValue}})"/>
    public XmlRpcMethodBuilder AddCatchAll(Func<XmlRpcCallContext, ValueTask<XmlRpcValue>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddCatchAll(handler, static (handler, ref arguments, context) => handler(Checked(ref arguments, context)));
    }

    /// <inheritdoc cref="AddCatchAll(Func{XmlRpcCallContext, Task{XmlRpcValue}})"/>
    public XmlRpcMethodBuilder AddCatchAll(Func<XmlRpcCallContext, XmlRpcValue> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return AddCatchAll(handler, static (handler, ref arguments, context) => new(handler(Checked(ref arguments, context))));
    }

    private XmlRpcMethodBuilder AddCatchAll<THandler>(THandler handler, XmlRpcServiceMethodBody<THandler, XmlRpcValue> body)
        where THandler : class
    {
        ThrowIfMapped();
        if (_catchAll is not null)
        {
            throw new InvalidOperationException("There is a catch-all already; an endpoint has one.");
        }

        var method = XmlRpcServiceMethod.Create("*", [], body, XmlRpcConverter.For<XmlRpcValue>()).Bind(handler);
        return _catchAll = new XmlRpcMethodBuilder(this, method, service: null, isCatchAll: true);
    }

    /// <summary>Checks the message to its end, so that the handler runs only on a call that is whole.</summary>
    private static XmlRpcCallContext Checked(ref XmlRpcReader arguments, XmlRpcCallContext context)
    {
        while (arguments.ReadNextParameter())
        {
            arguments.Skip();
        }

        context.OnArgumentsRead();
        return context;
    }
}
