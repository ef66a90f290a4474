namespace Nearcall;

/// <summary>The server itself refuses a call; unlike a method it may use any fault code.</summary>
internal sealed class RefusedCallException(XmlRpcFault fault) : Exception(fault.Text)
{
    public RefusedCallException(int code, string text)
        : this(new XmlRpcFault(code, text))
    {
    }

    public XmlRpcFault Fault { get; } = fault;
}
