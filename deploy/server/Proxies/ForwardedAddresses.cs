using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Nearcall.Server.Proxies;

/// <summary>The caller's own address and scheme, from the headers of proxies that are known. Those of anybody else are ignored.</summary>
internal static class ForwardedAddresses
{
    public static void Use(IApplicationBuilder app, IReadOnlyList<IPNetwork> known)
    {
        if (known.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,

            // As many proxies as stand in a row, as long as each is known: the first that is not is the caller.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in known)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }
}
