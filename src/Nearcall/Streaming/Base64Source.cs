using System.Buffers;
using System.Buffers.Text;

namespace Nearcall;

/// <summary>Gives the octets of a stream as base64 text, piece by piece. The stream is neither disposed nor moved back.</summary>
/// <param name="octets">The stream.</param>
/// <param name="greatestLength">How much of it is read at most.</param>
internal sealed class Base64Source(Stream octets, long greatestLength = long.MaxValue) : IDisposable
{
    // Whole groups, so that only the last piece is padded; below what the large object heap takes.
    private const int PieceLength = 48 * 1024;

    private byte[]? _text = ArrayPool<byte>.Shared.Rent(PieceLength / 3 * 4);
    private bool _isOver;

    /// <summary>The octets that were read.</summary>
    public long Length { get; private set; }

    /// <summary>The length of the text for a number of octets.</summary>
    public static long LengthOf(long octets) => (octets + 2) / 3 * 4;

    /// <summary>Reads and encodes the next piece. What the stream throws comes as it is.</summary>
    /// <param name="async">Whether to read asynchronously; if not, the task is over when it is given.</param>
    /// <param name="cancellationToken">Given to the stream.</param>
    /// <returns>The text, until the next call; empty at the end.</returns>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(bool async, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_text is null, this);
        if (_isOver)
        {
            return default;
        }

        // Encoding in place works from the end of the octets, so they stand at the front.
        var piece = _text.AsMemory(0, (int)Math.Min(PieceLength, greatestLength - Length));
        if (piece.IsEmpty)
        {
            return default;
        }

        var length = async
            ? await octets.ReadAsync(piece, cancellationToken).ConfigureAwait(false)
            : octets.Read(piece.Span);
        while (length > 0 && length % 3 != 0 && length < piece.Length)
        {
            // What was read goes out at once where it is whole groups: the octets may come slowly.
            var count = async
                ? await octets.ReadAsync(piece[length..], cancellationToken).ConfigureAwait(false)
                : octets.Read(piece.Span[length..]);
            _isOver = count == 0;
            length += count;
            if (_isOver)
            {
                break;
            }
        }

        Length += length;
        Base64.EncodeToUtf8InPlace(_text, length, out var written);
        return _text.AsMemory(0, written);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _text, null) is { } text)
        {
            ArrayPool<byte>.Shared.Return(text);
        }
    }
}
