using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>Nearcall's own server on a real port, which counts the connections and the requests that come.</summary>
internal sealed class RealServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HashSet<string> _connections;
    private readonly List<string> _protocols;

    private RealServer(WebApplication application, HashSet<string> connections, List<string> protocols)
    {
        (_application, _connections, _protocols) = (application, connections, protocols);
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Url = new Uri(new Uri(addresses.Addresses.Single()), "/RPC2");
    }

    public Uri Url { get; }

    public int Connections => Locked(() => _connections.Count);

    /// <summary>The protocol of each request.</summary>
    public IReadOnlyList<string> Protocols => Locked(() => _protocols.ToArray());

    public static async Task<RealServer> StartAsync(
        Action<XmlRpcMethodsBuilder> methods,
        HttpProtocols protocols = HttpProtocols.Http1,
        int maxStreams = 100,
        Action<XmlRpcServerOptions>? options = null)
    {
        var connections = new HashSet<string>();
        var seen = new List<string>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.Http2.MaxStreamsPerConnection = maxStreams;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols);
        });
        builder.Services.AddRouting();
        builder.Services.AddXmlRpc(options);
        var application = builder.Build();
        application.Use((HttpContext context, RequestDelegate next) =>
        {
            lock (connections)
            {
                connections.Add(context.Connection.Id);
                seen.Add(context.Request.Protocol);
            }

            return next(context);
        });
        application.MapXmlRpc("/RPC2", methods);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new RealServer(application, connections, seen);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private T Locked<T>(Func<T> read)
    {
        lock (_connections)
        {
            return read();
        }
    }
}
