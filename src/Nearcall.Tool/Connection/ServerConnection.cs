namespace Nearcall.Tool.Connection;

/// <summary>A client for one server, as the options ask for it.</summary>
internal sealed class ServerConnection : IDisposable
{
    private readonly HttpClient? _watched;

    /// <summary>Makes a client.</summary>
    /// <param name="address">The server.</param>
    /// <param name="options">How to call it.</param>
    /// <param name="wireLog">What shows the wire; null to show nothing.</param>
    public ServerConnection(Uri address, XmlRpcClientOptions options, WireLog? wireLog)
    {
        if (wireLog is null)
        {
            Client = new XmlRpcClient(address, options);
            return;
        }

        wireLog.InnerHandler = new SocketsHttpHandler
        {
            // The client follows redirects and decompresses by itself, behind its limits.
            AllowAutoRedirect = false,
            UseCookies = false,
            // A server of HTTP/1.0 closes each connection without saying so, and a call on one that is being closed is lost.
            PooledConnectionLifetime = TimeSpan.Zero,
        };
        _watched = new HttpClient(wireLog) { Timeout = Timeout.InfiniteTimeSpan };
        Client = new XmlRpcClient(_watched, address, options);
    }

    public XmlRpcClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        _watched?.Dispose();
    }
}
