using System.Diagnostics;

namespace Nearcall;

/// <summary>A stream that is read once, forward. All forms of reading end in one.</summary>
internal abstract class ReadOnlyStream : Stream
{
    /// <inheritdoc/>
    public sealed override bool CanRead => !IsClosed;

    /// <inheritdoc/>
    public sealed override bool CanSeek => false;

    /// <inheritdoc/>
    public sealed override bool CanWrite => false;

    /// <inheritdoc/>
    public sealed override long Length => throw NotSeekable();

    /// <inheritdoc/>
    public sealed override long Position
    {
        get => throw NotSeekable();
        set => throw NotSeekable();
    }

    /// <summary>Whether the stream was disposed.</summary>
    protected abstract bool IsClosed { get; }

    /// <inheritdoc/>
    public sealed override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        var reading = ReadAsync(async: false, buffer.AsMemory(offset, count), CancellationToken.None);
        Debug.Assert(reading.IsCompleted, "A synchronous read waited for a task.");
        return reading.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public sealed override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ReadAsync(async: true, buffer, cancellationToken);

    /// <inheritdoc/>
    public sealed override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(async: true, buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <inheritdoc/>
    public sealed override void Flush()
    {
    }

    /// <inheritdoc/>
    public sealed override long Seek(long offset, SeekOrigin origin) => throw NotSeekable();

    /// <inheritdoc/>
    public sealed override void SetLength(long value) => throw NotSeekable();

    /// <inheritdoc/>
    public sealed override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("The stream can only be read.");

    /// <summary>Reads. Without <paramref name="async"/> the task is over when it is given: nothing waits for another thread.</summary>
    protected abstract ValueTask<int> ReadAsync(bool async, Memory<byte> room, CancellationToken cancellationToken);

    private static NotSupportedException NotSeekable() =>
        new("The stream is read while it arrives: it has no length and no positions.");
}
