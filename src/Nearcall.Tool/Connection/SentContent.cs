using System.Net;

namespace Nearcall.Tool.Connection;

/// <summary>
/// The body of a request that is also shown, just before it is sent: reading it earlier would look to the client as if a call had gone
/// out that never found a connection.
/// </summary>
internal sealed class SentContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly Action<byte[]> _show;

    public SentContent(HttpContent inner, Action<byte[]> show)
    {
        _inner = inner;
        _show = show;
        foreach (var (name, values) in inner.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var octets = await _inner.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        _show(octets);
        await stream.WriteAsync(octets, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? -1;
        return length >= 0;
    }
}
