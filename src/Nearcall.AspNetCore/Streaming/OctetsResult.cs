using System.Buffers;
using System.Globalization;

namespace Nearcall;

/// <summary>
/// Base64 as the result that is sent while it is read from a stream (R33). A stream that knows its length is sent with Content-Length.
/// </summary>
internal static class OctetsResult
{
    private static ReadOnlySpan<byte> Start => "<value><base64>"u8;

    private static ReadOnlySpan<byte> End => "</base64></value>"u8;

    public static async ValueTask WriteAsync(ServerCall call, Stream octets)
    {
        call.BeginResult();
        var expected = octets.CanSeek ? octets.Length - octets.Position : (long?)null;
        var length = expected is { } known ? FrameLength(call) + Base64Source.LengthOf(known) : (long?)null;
        call.Output.Write(Start);
        using (var source = new Base64Source(octets))
        {
            ReadOnlyMemory<byte> text;
            while (!(text = await source.ReadAsync(async: true, call.CancellationToken).ConfigureAwait(false)).IsEmpty)
            {
                call.Output.Write(text.Span);
                if (AnswerFlow.IsDue(call))
                {
                    if (source.Length > expected)
                    {
                        // A file of the system may say that it is empty, and is not. What was promised already can't be mended.
                        length = call.IsUnderWay ? throw Mismatch() : null;
                        expected = null;
                    }

                    await AnswerFlow.SendAsync(call, length).ConfigureAwait(false);
                }
            }

            if (call.IsUnderWay && expected is not null && source.Length != expected)
            {
                throw Mismatch();
            }
        }

        call.Output.Write(End);
        call.EndResult();

        InvalidOperationException Mismatch() => new(string.Create(
            CultureInfo.InvariantCulture,
            $"The stream said that its length is {octets.Length}, and gave another number of octets."));
    }

    /// <summary>The length of the answer to a call of which the head is written, but for the text of its base64.</summary>
    private static long FrameLength(ServerCall call)
    {
        var head = call.Output.Length;
        call.Endpoint.Frame.End(call);
        var frame = call.Output.Length;
        call.Output.Truncate(head);
        return frame + Start.Length + End.Length;
    }
}
