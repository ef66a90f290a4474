namespace Nearcall;

/// <summary>Tells XML-RPC endpoints from others, and what was mapped there.</summary>
/// <param name="Offer">What the endpoint offers, in words of the program: a service, or methods.</param>
internal sealed record XmlRpcEndpointMarker(string Offer);
