using System.Net;

namespace Nearcall.Internal;

/// <summary>
/// Uses connections again where the server keeps them. A server of HTTP/1.0, such as Python's, closes its connection behind each
/// answer and announces nothing. The framework takes such a connection back all the same, and the next call goes into one that is
/// about to close, where it is lost or, worse, nobody knows. So as soon as a server has answered that way, each call gets a
/// connection of its own.
/// </summary>
internal sealed class PersistentConnections : HttpMessageHandler
{
    private readonly HttpMessageInvoker _kept;
    private readonly HttpMessageInvoker _single;
    private volatile bool _isClosing;

    /// <summary>Makes a handler.</summary>
    /// <param name="create">Makes what sends, for connections of a given lifetime.</param>
    /// <param name="lifetime">How long a connection is used.</param>
    public PersistentConnections(Func<TimeSpan, SocketsHttpHandler> create, TimeSpan lifetime)
    {
        _kept = new HttpMessageInvoker(create(lifetime));
        _single = new HttpMessageInvoker(create(TimeSpan.Zero));
    }

    private HttpMessageInvoker Sender => _isClosing ? _single : _kept;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Watched(Sender.Send(request, cancellationToken));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Watched(await Sender.SendAsync(request, cancellationToken).ConfigureAwait(false));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _kept.Dispose();
            _single.Dispose();
        }

        base.Dispose(disposing);
    }

    // RFC 9112, 9.3: what version 1.0 says of keeping a connection, it says in this header.
    private HttpResponseMessage Watched(HttpResponseMessage response)
    {
        _isClosing = response.Version == HttpVersion.Version10
            && !response.Headers.Connection.Contains("keep-alive", StringComparer.OrdinalIgnoreCase);
        return response;
    }
}
