using System.Buffers;
using System.IO.Pipelines;

namespace Nearcall;

/// <summary>
/// A complete body in one piece: in place where it arrived in one, else gathered in a pooled buffer that grows with what arrives, never
/// by what a header promises.
/// </summary>
internal readonly struct RequestBody
{
    private readonly PipeReader? _reader;
    private readonly SequencePosition _end;
    private readonly PooledBuffer? _gathered;

    private RequestBody(PipeReader reader, in ReadOnlySequence<byte> inPlace)
    {
        _reader = reader;
        _end = inPlace.End;
        Octets = inPlace.First;
    }

    private RequestBody(PooledBuffer gathered)
    {
        _gathered = gathered;
        Octets = gathered.WrittenMemory;
    }

    /// <summary>The body, until <see cref="Release"/>.</summary>
    public ReadOnlyMemory<byte> Octets { get; }

    /// <summary>Whether the body was longer than the limit, and was left.</summary>
    public bool IsTooLarge { get; private init; }

    /// <summary>Takes the body if all of it is here in one piece, and else nothing of it.</summary>
    public static bool TryRead(PipeReader reader, long limit, out RequestBody body)
    {
        body = default;
        if (!reader.TryRead(out var read))
        {
            return false;
        }

        var octets = read.Buffer;
        if (read.IsCompleted && octets.IsSingleSegment && octets.FirstSpan.Length <= limit)
        {
            body = new RequestBody(reader, octets);
            return true;
        }

        // Nothing counts as seen either: where a part was, and the rest never comes, Kestrel trips over the end of the request.
        reader.AdvanceTo(octets.Start);
        return false;
    }

    public static async ValueTask<RequestBody> ReadAsync(PipeReader reader, long limit, CancellationToken cancellationToken)
    {
        PooledBuffer? gathered = null;
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                var octets = read.Buffer;
                if ((gathered?.Length ?? 0) + octets.Length > limit)
                {
                    reader.AdvanceTo(octets.End);
                    gathered?.Dispose();
                    return new RequestBody { IsTooLarge = true };
                }

                if (gathered is null && read.IsCompleted && octets.IsSingleSegment)
                {
                    return new RequestBody(reader, octets);
                }

                gathered ??= PooledBuffer.Rent();
                foreach (var segment in octets)
                {
                    gathered.Write(segment.Span);
                }

                reader.AdvanceTo(octets.End);
                if (read.IsCompleted)
                {
                    return new RequestBody(gathered);
                }
            }
        }
        catch
        {
            gathered?.Dispose();
            throw;
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Release()
    {
        _reader?.AdvanceTo(_end);
        _gathered?.Dispose();
    }
}
