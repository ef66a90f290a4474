using System.IO.Compression;
using System.Net;
using System.Runtime.ExceptionServices;

namespace Nearcall;

/// <summary>
/// A call whose last argument is a stream: it is read and encoded while it is sent. The stream is the caller's and stays open. It is
/// read from where it stands, and again only if it can seek back.
/// </summary>
internal sealed class StreamedContent : CallContent
{
    private readonly byte[] _text;
    private readonly int _headLength;
    private readonly Stream _octets;
    private readonly bool _isCompressed;
    private readonly long _start;
    private readonly long? _length;
    private volatile ExceptionDispatchInfo? _ownFailure;
    private volatile CallDeadline? _deadline;
    private int _writers;

    /// <summary>Makes the body of a call.</summary>
    /// <param name="text">The call with an empty base64.</param>
    /// <param name="headLength">Where in the call the text of the base64 belongs.</param>
    /// <param name="octets">The octets of it.</param>
    /// <param name="compression">How to compress the body.</param>
    public StreamedContent(ReadOnlySpan<byte> text, int headLength, Stream octets, XmlRpcRequestCompression compression)
    {
        _text = text.ToArray();
        _headLength = headLength;
        _octets = octets;
        _isCompressed = compression == XmlRpcRequestCompression.Gzip;
        if (octets.CanSeek)
        {
            _start = octets.Position;
            _length = Math.Max(octets.Length - _start, 0);
        }

        Headers.TryAddWithoutValidation("Content-Type", "text/xml");
        if (_isCompressed)
        {
            Headers.ContentEncoding.Add("gzip");
        }
    }

    public override bool CanBeSentAgain => _length is not null || Volatile.Read(ref _writers) == 0;

    public override ExceptionDispatchInfo? OwnFailure => _ownFailure;

    public override void StartAttempt(CallDeadline deadline)
    {
        _deadline = deadline;
        _ownFailure = null;
        base.StartAttempt(deadline);
    }

    protected override void Dispose(bool disposing)
    {
        // The call is over; a writer that is left must not touch what belongs to another one.
        _deadline = null;
        base.Dispose(disposing);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _text.Length + Base64Source.LengthOf(_length ?? 0);
        return _length is not null && !_isCompressed;
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var writing = WriteAsync(async: false, stream, cancellationToken);
        writing.GetAwaiter().GetResult();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        WriteAsync(async: true, stream, cancellationToken);

    private async Task WriteAsync(bool async, Stream target, CancellationToken cancellationToken)
    {
        NoteReading();
        if (!_isCompressed)
        {
            await WriteTextAsync(async, target, cancellationToken).ConfigureAwait(false);
            return;
        }

        var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true);
        await WriteTextAsync(async, gzip, cancellationToken).ConfigureAwait(false);

        // Only where all went well: its end would make a cut text look whole.
        if (async)
        {
            await gzip.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            gzip.Dispose();
        }
    }

    private async Task WriteTextAsync(bool async, Stream target, CancellationToken cancellationToken)
    {
        Rewind();
        await WriteAsync(async, target, _text.AsMemory(0, _headLength), cancellationToken).ConfigureAwait(false);
        using var source = new Base64Source(_octets, _length ?? long.MaxValue);
        while (true)
        {
            // It is the caller's stream that is waited for, not the peer.
            _deadline?.Pause();
            ReadOnlyMemory<byte> piece;
            try
            {
                piece = await source.ReadAsync(async, cancellationToken).ConfigureAwait(false);
                if (piece.IsEmpty && source.Length < _length)
                {
                    throw new EndOfStreamException(
                        FormattableString.Invariant($"The stream among the arguments ended after {source.Length} of its {_length} octets."));
                }
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                _ownFailure = ExceptionDispatchInfo.Capture(e);
                throw;
            }

            if (piece.IsEmpty)
            {
                break;
            }

            await WriteAsync(async, target, piece, cancellationToken).ConfigureAwait(false);
        }

        await WriteAsync(async, target, _text.AsMemory(_headLength), cancellationToken).ConfigureAwait(false);
    }

    private void Rewind()
    {
        if (Interlocked.Increment(ref _writers) == 1)
        {
            return;
        }

        try
        {
            _octets.Position = _length is not null
                ? _start
                : throw new InvalidOperationException("The stream among the arguments was read already, and cannot seek back.");
        }
        catch (Exception e)
        {
            _ownFailure = ExceptionDispatchInfo.Capture(e);
            throw;
        }
    }

    private async ValueTask WriteAsync(bool async, Stream target, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        _deadline?.CountSilence();
        if (async)
        {
            await target.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            target.Write(piece.Span);
        }
    }
}
