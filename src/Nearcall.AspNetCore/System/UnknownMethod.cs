namespace Nearcall;

/// <summary>What takes the calls of unknown names: a fault, once the rest of the message has been checked (R55).</summary>
internal sealed class UnknownMethod() : XmlRpcMethod("*", [], resultKind: null)
{
    public override ValueTask InvokeAsync(XmlRpcCallContext context)
    {
        var reader = context.OpenArguments();
        while (reader.ReadNextParameter())
        {
            reader.Skip();
        }

        throw new RefusedCallException(XmlRpcFaultCodes.MethodNotFound, FaultText.NoMethod(context.Method));
    }
}
