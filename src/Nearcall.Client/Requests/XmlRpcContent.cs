using System.Buffers;
using System.IO.Compression;
using System.Net;

namespace Nearcall;

/// <summary>
/// An encoded call as the body of a request, its length known. The buffer goes back to its pool when the call is over and nobody
/// writes it any more: over HTTP/2 an answer can end a call whose request is still on its way.
/// </summary>
internal sealed class XmlRpcContent : CallContent
{
    private readonly PooledBuffer _text;
    private readonly BufferShelf _shelf;
    private readonly int _length;
    private int _holders = 1;
    private int _isDisposed;

    public XmlRpcContent(PooledBuffer text, XmlRpcRequestCompression compression, BufferShelf shelf)
    {
        _text = compression == XmlRpcRequestCompression.Gzip ? Compress(text) : text;
        _shelf = shelf;
        _length = _text.Length;
        // Without a charset: rTorrent compares the whole header, and the XML declaration names the encoding for everybody.
        Headers.TryAddWithoutValidation("Content-Type", "text/xml");
        if (compression == XmlRpcRequestCompression.Gzip)
        {
            Headers.ContentEncoding.Add("gzip");
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Hold();
        try
        {
            stream.Write(_text.WrittenSpan);
        }
        finally
        {
            Release();
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Hold();
        try
        {
            await stream.WriteAsync(_text.WrittenMemory, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            Release();
        }

        base.Dispose(disposing);
    }

    private static PooledBuffer Compress(PooledBuffer text)
    {
        using (text)
        {
            var octets = new MemoryStream();
            using (var gzip = new GZipStream(octets, CompressionLevel.Fastest, leaveOpen: true))
            {
                gzip.Write(text.WrittenSpan);
            }

            var compressed = PooledBuffer.Rent((int)octets.Length);
            compressed.Write(octets.GetBuffer().AsSpan(0, (int)octets.Length));
            return compressed;
        }
    }

    private void Hold()
    {
        NoteReading();
        var holders = Volatile.Read(ref _holders);
        while (true)
        {
            ObjectDisposedException.ThrowIf(holders == 0, this);
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return;
            }

            holders = seen;
        }
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            _shelf.Return(_text);
        }
    }
}
