using System.Net;

namespace Nearcall;

/// <summary>
/// Uses connections again once the server has shown that it keeps them; until then each call gets one of its own. A server of
/// HTTP/1.0, such as Python's, closes its connection behind each answer and announces nothing. The framework takes such a connection
/// back all the same, and two things go wrong: the next call goes into one that is about to close, where it is lost or, worse,
/// nobody knows; and the connections that it opened for calls which then took another are left idle, and a server that serves one at
/// a time waits on them for a request that never comes.
/// </summary>
internal sealed class PersistentConnections : HttpMessageHandler
{
    private readonly HttpMessageInvoker _kept;
    private readonly HttpMessageInvoker _single;
    private volatile bool _isKept;

    /// <summary>Makes a handler.</summary>
    /// <param name="create">Makes what sends, for connections of a given lifetime.</param>
    /// <param name="lifetime">How long a connection is used.</param>
    public PersistentConnections(Func<TimeSpan, SocketsHttpHandler> create, TimeSpan lifetime)
    {
        _kept = new HttpMessageInvoker(create(lifetime));
        _single = new HttpMessageInvoker(create(TimeSpan.Zero));
    }

    public HttpResponseMessage SendRequest(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Watched(SenderOf(request).Send(request, cancellationToken));

    public async Task<HttpResponseMessage> SendRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Watched(await SenderOf(request).SendAsync(request, cancellationToken).ConfigureAwait(false));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendRequest(request, cancellationToken);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendRequestAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _kept.Dispose();
            _single.Dispose();
        }

        base.Dispose(disposing);
    }

    // Where nothing below HTTP/2 will do, the connection is kept: many calls share it.
    private HttpMessageInvoker SenderOf(HttpRequestMessage request) =>
        _isKept || (request.Version.Major >= 2 && request.VersionPolicy != HttpVersionPolicy.RequestVersionOrLower) ? _kept : _single;

    // RFC 9112, 9.3: version 1.0 says in this header that it keeps a connection, later ones that they do not.
    private HttpResponseMessage Watched(HttpResponseMessage response)
    {
        var isKept = response.Version == HttpVersion.Version10
            ? response.Headers.Connection.Contains("keep-alive", StringComparer.OrdinalIgnoreCase)
            : response.Headers.ConnectionClose != true;
        if (isKept != _isKept)
        {
            _isKept = isKept;
        }

        return response;
    }
}
