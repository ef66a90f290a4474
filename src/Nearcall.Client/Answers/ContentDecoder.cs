using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Nearcall;

/// <summary>Undoes the content encodings that the client asks for, with the limit on what comes out.</summary>
internal static class ContentDecoder
{
    public const string Accepted = "gzip, deflate, br";

    /// <summary>Decodes a body; the buffer that comes back is another one unless there was nothing to do.</summary>
    /// <returns>Null where the encoding is not known.</returns>
    /// <exception cref="InvalidDataException">The octets are not what the encoding says.</exception>
    public static PooledBuffer? Decode(PooledBuffer body, string encoding, XmlRpcLimits limits)
    {
        if (encoding.Length == 0 || Is(encoding, "identity") || body.Length == 0)
        {
            BodyReader.ThrowIfOver(body, nameof(XmlRpcLimits.MaxDecompressedBytes), limits.MaxDecompressedBytes);
            return body;
        }

        MemoryMarshal.TryGetArray(body.WrittenMemory, out var octets);
        using var source = new MemoryStream(octets.Array!, octets.Offset, octets.Count, writable: false);
        using var decoder = Open(encoding, source, octets.AsSpan());
        if (decoder is null)
        {
            return null;
        }

        try
        {
            return BodyReader.ReadDecompressed(decoder, limits);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    /// <summary>Decodes a body while it is read.</summary>
    /// <returns>Null where the encoding is not known. Disposing it does not dispose the source.</returns>
    public static async ValueTask<Stream?> DecodeAsync(bool async, Stream source, string encoding, CancellationToken cancellationToken)
    {
        if (encoding.Length == 0 || Is(encoding, "identity"))
        {
            return source;
        }

        if (!Is(encoding, "deflate"))
        {
            return Open(encoding, source, start: default);
        }

        var start = new byte[2];
        var length = async
            ? await source.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false)
            : source.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return Open(encoding, new PrefixedStream(start.AsMemory(0, length), source), start.AsSpan(0, length));
    }

    private static Stream? Open(string encoding, Stream source, ReadOnlySpan<byte> start)
    {
        if (Is(encoding, "gzip") || Is(encoding, "x-gzip"))
        {
            return new GZipStream(source, CompressionMode.Decompress, leaveOpen: true);
        }

        if (Is(encoding, "br"))
        {
            return new BrotliStream(source, CompressionMode.Decompress, leaveOpen: true);
        }

        if (!Is(encoding, "deflate"))
        {
            return null;
        }

        // HTTP means zlib by it, and some servers send deflate without that frame.
        var isZlib = start.Length >= 2 && (start[0] & 0x0F) == 8 && ((start[0] << 8) | start[1]) % 31 == 0;
        return isZlib
            ? new ZLibStream(source, CompressionMode.Decompress, leaveOpen: true)
            : new DeflateStream(source, CompressionMode.Decompress, leaveOpen: true);
    }

    private static bool Is(string encoding, string name) => encoding.Equals(name, StringComparison.OrdinalIgnoreCase);
}
