using System.Net;

namespace Nearcall.EndToEnd.Subjects.Clients;

/// <summary>The clients by name.</summary>
internal static class ClientCatalog
{
    public static ClientSubject Create(string name, Uri url) => name switch
    {
        "http" => new HttpSubject(url),
        "nearcall" => new NearcallClientSubject(new XmlRpcClient(url)),
        "nearcall-one" => new NearcallClientSubject(OneConnection(url, new XmlRpcClientOptions())),
        "nearcall-one-http2" => new NearcallClientSubject(OneConnection(url, OverHttp2())),
        "nearcall-batching" => new NearcallClientSubject(OneConnection(url, Batching(new XmlRpcClientOptions()))),
        "nearcall-batching-http2" => new NearcallClientSubject(OneConnection(url, Batching(OverHttp2()))),
        _ => throw new ArgumentException($"There is no client '{name}'.", nameof(name)),
    };

    private static XmlRpcClientOptions OverHttp2() =>
        new() { HttpVersion = HttpVersion.Version20, HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact };

    private static XmlRpcClientOptions Batching(XmlRpcClientOptions options)
    {
        options.Batching = new XmlRpcBatchingOptions();
        return options;
    }

    private static XmlRpcClient OneConnection(Uri url, XmlRpcClientOptions options) =>
        new(new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 }), url, options);
}
