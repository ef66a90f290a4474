namespace Nearcall.Tool.Connection;

/// <summary>A server answers a question about itself with a fault, as those do that offer no introspection.</summary>
internal sealed class SilentServerException(string message, XmlRpcFault fault) : Exception(message)
{
    public XmlRpcFault Fault { get; } = fault;
}
