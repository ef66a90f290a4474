using System.Net;

namespace Nearcall.Tool.Connection;

/// <summary>The body of an answer that is also shown, once, when whoever reads it has done so.</summary>
internal sealed class WireContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly Action<string> _show;

    public WireContent(HttpContent inner, Action<string> show)
    {
        _inner = inner;
        _show = show;
        foreach (var (name, values) in inner.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override async Task<Stream> CreateContentReadStreamAsync() => Tee(await _inner.ReadAsStreamAsync().ConfigureAwait(false));

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        Tee(await _inner.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));

    // Only a reader that buffers comes this way, and the client does not.
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _inner.CopyToAsync(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        // The stream that was handed out is disposed first, and shows what it saw.
        base.Dispose(disposing);
        if (disposing)
        {
            _inner.Dispose();
        }
    }

    private WireStream Tee(Stream source)
    {
        var encoding = _inner.Headers.NonValidated.TryGetValues("Content-Encoding", out var values) ? values.ToString() : "";
        return new WireStream(source, octets => _show(WireText.Of(octets, encoding)));
    }
}
