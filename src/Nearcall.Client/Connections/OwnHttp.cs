using System.Net;

namespace Nearcall;

/// <summary>A handler of the client's own, for a client made from an address.</summary>
internal sealed class OwnHttp(XmlRpcClientOptions options) : ClientHttp
{
    public override HttpMessageInvoker Sender { get; } = new OwnSender(CreateHandler(options));

    public override bool IsOwn => true;

    public static PersistentConnections CreateHandler(XmlRpcClientOptions options)
    {
        var cookies = new CookieContainer();
        // Changes of DNS are seen within this time.
        return new PersistentConnections(lifetime => CreateHandler(options, cookies, lifetime), TimeSpan.FromMinutes(2));
    }

    public override void ThrowIfNotSynchronous()
    {
    }

    public override void Dispose() => Sender.Dispose();

    private static SocketsHttpHandler CreateHandler(XmlRpcClientOptions options, CookieContainer cookies, TimeSpan lifetime) => new()
    {
        // A redirect that is followed here would turn the POST into a GET; the client follows the others itself.
        AllowAutoRedirect = false,
        // Decompression is done behind the limits.
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = options.UseCookies,
        CookieContainer = cookies,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = lifetime,
        // With HTTP/1.1 a call never waits for a connection; with HTTP/2 it would, once the streams of the one connection are taken.
        EnableMultipleHttp2Connections = true,
        // An answer is read to its end or its connection is closed at once: cancelling a synchronous read relies on it.
        MaxResponseDrainSize = 0,
        ResponseDrainTimeout = TimeSpan.Zero,
    };
}
