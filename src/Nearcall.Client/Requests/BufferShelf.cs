namespace Nearcall;

/// <summary>Keeps buffers between calls: not their arrays, which go back to the pool, but the objects around them.</summary>
internal sealed class BufferShelf
{
    private readonly Shelf<PooledBuffer> _spares = new();

    public PooledBuffer Rent(int hint)
    {
        if (_spares.Take() is not { } spare)
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
        _spares.TryPut(buffer);
    }
}
