using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Nearcall;

/// <summary>
/// Refuses, when the application starts, two mappings of one path: routing would answer each request with an error that names neither.
/// </summary>
internal sealed class MappingCheck : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
    {
        // The endpoints of groups know their whole path only once the pipeline is put together.
        next(application);
        if (application.ApplicationServices.GetService<EndpointDataSource>() is { } endpoints)
        {
            Check(endpoints.Endpoints.OfType<RouteEndpoint>()
                .Where(static endpoint => endpoint.Metadata.GetMetadata<XmlRpcEndpointMarker>() is not null));
        }
    };

    private static void Check(IEnumerable<RouteEndpoint> endpoints)
    {
        var seen = new Dictionary<string, RouteEndpoint>(StringComparer.OrdinalIgnoreCase);
        foreach (var endpoint in endpoints)
        {
            if (!seen.TryAdd(Key(endpoint), endpoint))
            {
                throw new InvalidOperationException(
                    $"The path '{endpoint.RoutePattern.RawText}' is mapped to XML-RPC twice: to {OfferOf(seen[Key(endpoint)])}, and to "
                    + $"{OfferOf(endpoint)}. Use one mapping and add all of it there: app.MapXmlRpc(path, methods => …), with "
                    + "methods.AddService<A>().AddService<B>(\"prefix\") for several services.");
            }
        }
    }

    private static string? OfferOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<XmlRpcEndpointMarker>()?.Offer;

    /// <summary>What a request must have to reach the endpoint: its path and, where one is required, its host.</summary>
    private static string Key(RouteEndpoint endpoint)
    {
        var hosts = endpoint.Metadata.GetMetadata<IHostMetadata>()?.Hosts ?? [];
        return $"{endpoint.RoutePattern.RawText?.Trim('/')} {string.Join(' ', hosts.Order(StringComparer.OrdinalIgnoreCase))}";
    }
}
