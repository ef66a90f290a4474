namespace Nearcall;

/// <summary>Keeps one buffer between calls: not its array, which goes back to the pool, but the object around it.</summary>
internal sealed class BufferShelf
{
    private PooledBuffer? _spare;

    public PooledBuffer Rent(int hint)
    {
        if (Interlocked.Exchange(ref _spare, null) is not { } spare)
        {
            return PooledBuffer.Rent(hint);
        }

        spare.Renew(hint);
        return spare;
    }

    /// <summary>Takes a buffer back, once, from its only user.</summary>
    public void Return(PooledBuffer buffer)
    {
        buffer.Dispose();
        Volatile.Write(ref _spare, buffer);
    }
}
