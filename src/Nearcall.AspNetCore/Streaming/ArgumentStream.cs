using System.Runtime.ExceptionServices;

namespace Nearcall;

/// <summary>The last argument of a call as its method reads it: the octets of a base64 that arrives meanwhile.</summary>
internal sealed class ArgumentStream(StreamedMessage message, bool allowsSynchronousReads, CancellationToken callToken) : ReadOnlyStream
{
    private int _isBeingRead;
    private bool _isDisposed;
    private bool _isEnded;

    /// <summary>Whether the method has the stream.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether the method has read all of it.</summary>
    public bool IsRead { get; private set; }

    /// <summary>Whether a read is under way.</summary>
    public bool IsBeingRead => Volatile.Read(ref _isBeingRead) != 0;

    /// <summary>What reading failed of; nothing can be read after it.</summary>
    public Exception? Failure { get; private set; }

    protected override bool IsClosed => _isDisposed;

    public ArgumentStream Open()
    {
        IsOpen = true;
        return this;
    }

    /// <summary>Ends the stream, as its call has ended.</summary>
    public void End() => Volatile.Write(ref _isEnded, true);

    protected override async ValueTask<int> ReadAsync(bool async, Memory<byte> room, CancellationToken cancellationToken)
    {
        if (!async && !allowsSynchronousReads)
        {
            throw new InvalidOperationException("The stream arrives over the network: read it asynchronously, with ReadAsync or CopyToAsync.");
        }

        if (Interlocked.Exchange(ref _isBeingRead, 1) != 0)
        {
            throw new InvalidOperationException("The stream is being read already: one read at a time.");
        }

        try
        {
            ThrowIfOver();
            var count = await ReadMessageAsync(async, room, cancellationToken).ConfigureAwait(false);
            IsRead |= count == 0 && !room.IsEmpty;
            return count;
        }
        finally
        {
            Volatile.Write(ref _isBeingRead, 0);
        }
    }

    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        base.Dispose(disposing);
    }

    private void ThrowIfOver()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (Volatile.Read(ref _isEnded))
        {
            throw new InvalidOperationException("The call has ended, and its stream with it. Read the stream before the method ends.");
        }
    }

    private async ValueTask<int> ReadMessageAsync(bool async, Memory<byte> room, CancellationToken cancellationToken)
    {
        try
        {
            if (!cancellationToken.CanBeCanceled || cancellationToken == callToken)
            {
                return await message.ReadBase64Async(room, async, callToken).ConfigureAwait(false);
            }

            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, callToken);
            return await message.ReadBase64Async(room, async, either.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Failure = exception;
            throw;
        }
    }
}
