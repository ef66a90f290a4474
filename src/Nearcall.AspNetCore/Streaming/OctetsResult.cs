using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace Nearcall;

/// <summary>
/// Base64 as the result that is sent while it is read from a stream (R33). A stream that knows its length is sent with Content-Length.
/// </summary>
internal static class OctetsResult
{
    /// <summary>How much is read at once: a multiple of three, which is what base64 packs together.</summary>
    private const int BlockSize = 24 * 1024;

    private static ReadOnlySpan<byte> Start => "<value><base64>"u8;

    private static ReadOnlySpan<byte> End => "</base64></value>"u8;

    public static async ValueTask WriteAsync(ServerCall call, Stream octets)
    {
        call.BeginResult();
        var expected = octets.CanSeek ? octets.Length - octets.Position : (long?)null;
        var length = expected is { } known ? AnswerLength(call, known) : (long?)null;
        call.Output.Write(Start);
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            var total = 0L;
            var kept = 0;
            int read;
            while ((read = await octets.ReadAsync(block.AsMemory(kept, BlockSize - kept), call.CancellationToken).ConfigureAwait(false)) > 0)
            {
                total += read;
                var count = kept + read;
                kept = count % 3;
                Encode(call, block.AsSpan(0, count - kept));
                block.AsSpan(count - kept, kept).CopyTo(block);
                if (AnswerFlow.IsDue(call))
                {
                    // A file of the system may say that it is empty, and is not.
                    length = call.IsUnderWay || total <= expected ? length : null;
                    ThrowIfOther(length, expected, total, isComplete: false);
                    await AnswerFlow.SendAsync(call, length).ConfigureAwait(false);
                }
            }

            if (call.IsUnderWay)
            {
                ThrowIfOther(length, expected, total, isComplete: true);
            }

            Encode(call, block.AsSpan(0, kept));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }

        call.Output.Write(End);
        call.EndResult();
    }

    /// <summary>The length of the answer to a call of which the head is written, if its stream holds what it says.</summary>
    private static long AnswerLength(ServerCall call, long octets)
    {
        var before = call.Output.Length;
        AnswerFrame.End(call);
        var frame = call.Output.Length;
        call.Output.Truncate(before);
        return frame + Start.Length + ((octets + 2) / 3 * 4) + End.Length;
    }

    /// <summary>Fails where the length was promised to the caller and is another.</summary>
    private static void ThrowIfOther(long? promised, long? expected, long total, bool isComplete)
    {
        if (promised is not null && (total > expected || (isComplete && total != expected)))
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"The stream said that it holds {expected} octets, and gave {(isComplete ? "" : "at least ")}{total}."));
        }
    }

    private static void Encode(ServerCall call, ReadOnlySpan<byte> octets)
    {
        var text = call.Output.GetSpan(Base64.GetMaxEncodedToUtf8Length(octets.Length));
        Base64.EncodeToUtf8(octets, text, out _, out var written);
        call.Output.Advance(written);
    }
}
