namespace Nearcall;

/// <summary>Tells XML-RPC endpoints from others.</summary>
internal sealed class XmlRpcEndpointMarker
{
    private XmlRpcEndpointMarker()
    {
    }

    public static XmlRpcEndpointMarker Instance { get; } = new();
}
