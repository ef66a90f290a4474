namespace Nearcall;

internal sealed class FilledParameter<T>(string? name, Func<XmlRpcCallContext, T> source) : XmlRpcParameter<T>(name, kind: null, isOnWire: false)
{
    public override T Read(ref XmlRpcReader arguments, XmlRpcCallContext context) => source(context);
}
