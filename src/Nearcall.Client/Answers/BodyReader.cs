using System.Globalization;
using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>Reads a stream to its end into a pooled buffer that grows with what arrives, never with what was promised.</summary>
internal static class BodyReader
{
    private const int FirstRead = 4096;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<PooledBuffer> ReadAsync(
        bool async, HttpContent content, BufferShelf shelf, XmlRpcLimits limits, CancellationToken cancellationToken)
    {
        // A promise to go over the limit is believed; a promise to stay under it is not.
        if (PromisedLength(content) > limits.MaxBytes)
        {
            throw OverLimit(nameof(XmlRpcLimits.MaxBytes), limits.MaxBytes);
        }

        var stream = async
            ? await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false)
            : content.ReadAsStream(cancellationToken);
        var buffer = shelf.Rent(FirstRead);
        try
        {
            while (true)
            {
                var room = Room(buffer, limits.MaxBytes);
                var count = async
                    ? await stream.ReadAsync(room, cancellationToken).ConfigureAwait(false)
                    : stream.Read(room.Span);
                if (count == 0)
                {
                    return buffer;
                }

                Take(buffer, count, nameof(XmlRpcLimits.MaxBytes), limits.MaxBytes);
            }
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    public static PooledBuffer ReadDecompressed(Stream stream, XmlRpcLimits limits)
    {
        var buffer = PooledBuffer.Rent(FirstRead);
        try
        {
            while (true)
            {
                var count = stream.Read(Room(buffer, limits.MaxDecompressedBytes).Span);
                if (count == 0)
                {
                    return buffer;
                }

                Take(buffer, count, nameof(XmlRpcLimits.MaxDecompressedBytes), limits.MaxDecompressedBytes);
            }
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    public static void ThrowIfOver(PooledBuffer buffer, string limitName, long limit)
    {
        if (buffer.Length > limit)
        {
            throw OverLimit(limitName, limit);
        }
    }

    // The property of the framework keeps what it parsed.
    private static long? PromisedLength(HttpContent content) =>
        content.Headers.NonValidated.TryGetValues("Content-Length", out var values)
        && long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : null;

    // One byte beyond the limit is enough to know that it was crossed.
    private static Memory<byte> Room(PooledBuffer buffer, long limit)
    {
        var room = buffer.GetMemory(1);
        var left = limit - buffer.Length + 1;
        return room.Length > left ? room[..(int)left] : room;
    }

    private static void Take(PooledBuffer buffer, int count, string limitName, long limit)
    {
        buffer.Advance(count);
        ThrowIfOver(buffer, limitName, limit);
    }

    private static XmlRpcFormatException OverLimit(string limitName, long limit) =>
        ClientFormatError.Create(
            FormattableString.Invariant($"The answer is larger than {limit} bytes."),
            rule: null,
            $"XmlRpcLimits.{limitName}",
            XmlRpcFaultCodes.LimitExceeded);
}
