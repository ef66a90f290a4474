namespace Nearcall;

/// <summary>The body of an answer as it arrives. Once its head has been read, each read has the whole time-out of the call.</summary>
internal sealed class AnswerSource(Stream body, HttpResponseMessage response, CallDeadline deadline) : ReadOnlyStream
{
    private bool _countsSilence;

    protected override bool IsClosed => false;

    /// <summary>Bounds, from now on, the time of a single read.</summary>
    public void CountSilence()
    {
        _countsSilence = true;
        deadline.Pause();
    }

    protected override async ValueTask<int> ReadAsync(bool async, Memory<byte> room, CancellationToken cancellationToken)
    {
        if (_countsSilence)
        {
            deadline.CountSilence();
        }

        try
        {
            return async
                ? await ReadAsync(room, cancellationToken, deadline.Token).ConfigureAwait(false)
                : ReadBlocking(room.Span);
        }
        finally
        {
            if (_countsSilence)
            {
                deadline.Pause();
            }
        }
    }

    private async ValueTask<int> ReadAsync(Memory<byte> room, CancellationToken reader, CancellationToken call)
    {
        if (!reader.CanBeCanceled)
        {
            return await body.ReadAsync(room, call).ConfigureAwait(false);
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(reader, call);
        return await body.ReadAsync(room, either.Token).ConfigureAwait(false);
    }

    private int ReadBlocking(Span<byte> room)
    {
        // A synchronous read takes no token: closing the answer under it is what ends it.
        using var onEnd = deadline.Token.UnsafeRegister(static answer => ((HttpResponseMessage)answer!).Dispose(), response);
        return body.Read(room);
    }
}
