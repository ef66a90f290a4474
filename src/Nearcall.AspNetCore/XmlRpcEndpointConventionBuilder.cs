using Microsoft.AspNetCore.Builder;

namespace Nearcall;

/// <summary>
/// Adds conventions to an XML-RPC endpoint: <c>RequireAuthorization</c>, <c>RequireHost</c>, <c>RequireRateLimiting</c>,
/// <c>WithRequestTimeout</c> and all others of the framework. They hold for the whole endpoint, whichever method is called.
/// </summary>
public sealed class XmlRpcEndpointConventionBuilder : IEndpointConventionBuilder
{
    private readonly IEndpointConventionBuilder _endpoint;

    internal XmlRpcEndpointConventionBuilder(IEndpointConventionBuilder endpoint) => _endpoint = endpoint;

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention) => _endpoint.Add(convention);

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention) => _endpoint.Finally(finallyConvention);
}
