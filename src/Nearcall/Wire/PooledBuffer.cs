using System.Buffers;
using System.Diagnostics;

namespace Nearcall;

/// <summary>
/// A growing array of bytes from the shared pool. It grows with what is written, and gives the array back when disposed.
/// </summary>
/// <remarks>For one user at a time. Spans and memories of it die with the next growth, and with <see cref="Dispose"/>.</remarks>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int SmallestSize = 256;

    // Long messages arrive and come into being bit by bit. Doubling from the start copied each as a whole once more on the way.
    private const int QuickGrowth = 4;
    private const int GreatestQuickSize = 256 * 1024;

    private byte[]? _array;

    private PooledBuffer(byte[] array) => _array = array;

    /// <summary>The number of bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>The number of bytes that the array holds now.</summary>
    public int Capacity => Bytes.Length;

    /// <summary>The bytes written.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => Bytes.AsMemory(0, Length);

    /// <summary>The bytes written.</summary>
    public ReadOnlySpan<byte> WrittenSpan => Bytes.AsSpan(0, Length);

    private byte[] Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_array is null, this);
            return _array;
        }
    }

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="hint">How many bytes to make room for at first.</param>
    public static PooledBuffer Rent(int hint = SmallestSize) => new(ArrayPool<byte>.Shared.Rent(Math.Max(hint, SmallestSize)));

    /// <summary>Makes an empty buffer again of one that was disposed.</summary>
    /// <param name="hint">How many bytes to make room for at first.</param>
    public void Renew(int hint = SmallestSize)
    {
        Debug.Assert(_array is null, "The buffer is in use.");
        _array = ArrayPool<byte>.Shared.Rent(Math.Max(hint, SmallestSize));
    }

    /// <summary>Forgets what was written after a mark: a length that was read before.</summary>
    /// <param name="length">The mark.</param>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = length;
    }

    /// <summary>Forgets everything that was written, and keeps the array.</summary>
    public void Clear() => Length = 0;

    /// <summary>Adds a copy, without the checks that a stranger to the buffer needs.</summary>
    public void Append(ReadOnlySpan<byte> octets)
    {
        octets.CopyTo(Reserve(octets.Length).AsSpan(Length));
        Length += octets.Length;
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Bytes.Length - Length);
        Length += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0) => Reserve(sizeHint).AsMemory(Length);

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => Reserve(sizeHint).AsSpan(Length);

    /// <summary>Gives the array back to the pool. A second call does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _array, null) is { } array)
        {
            Length = 0;
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    private byte[] Reserve(int sizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        var array = Bytes;
        return array.Length - Length >= Math.Max(sizeHint, 1) ? array : Grow(array, sizeHint);
    }

    private byte[] Grow(byte[] array, int sizeHint)
    {
        var needed = (long)Length + Math.Max(sizeHint, 1);
        if (needed > Array.MaxLength)
        {
            throw new InsufficientMemoryException("The message is longer than an array can be.");
        }

        var growth = array.Length <= GreatestQuickSize ? QuickGrowth : 2;
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Max(needed, Math.Min((long)array.Length * growth, Array.MaxLength)));
        WrittenSpan.CopyTo(larger);
        _array = larger;
        ArrayPool<byte>.Shared.Return(array);
        return larger;
    }
}
