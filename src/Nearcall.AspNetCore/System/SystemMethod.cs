namespace Nearcall;

/// <summary>A method of the server's own (R59). It has no state and serves every endpoint.</summary>
internal abstract class SystemMethod(string name, IReadOnlyList<XmlRpcParameter> parameters, XmlRpcKind? resultKind, string help)
    : XmlRpcMethod(name, parameters, resultKind)
{
    public string HelpText { get; } = help;

    public override ValueTask InvokeAsync(XmlRpcCallContext context)
    {
        Answer(context, ServerCall.Of(context));
        return ValueTask.CompletedTask;
    }

    /// <summary>Reads the arguments and writes the result.</summary>
    /// <param name="context">The call as the filters gave it on.</param>
    /// <param name="call">The call as the server knows it.</param>
    protected abstract void Answer(XmlRpcCallContext context, ServerCall call);

    /// <summary>The parameter of the methods that tell about a method.</summary>
    protected static XmlRpcParameter MethodParameter { get; } = new("method", typeof(string), XmlRpcKind.String);

    /// <summary>Reads the one argument, a name, and finds the method that a caller asks about (R64).</summary>
    protected static ServedMethod FindNamed(XmlRpcCallContext context, ServerCall call)
    {
        var arguments = context.OpenArguments();
        arguments.ReadStartParameter("method");
        var name = arguments.ReadString();
        context.EndArguments(ref arguments);
        var methods = call.Endpoint.Methods;
        var served = methods.Find(name);
        return served.IsHidden || ReferenceEquals(served, methods.Other)
            ? throw new RefusedCallException(XmlRpcFaultCodes.MethodNotFound, FaultText.NoMethod(name))
            : served;
    }
}
