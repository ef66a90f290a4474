using System.Buffers;

namespace Nearcall.Benchmarks.Operations;

/// <summary>A buffer that is there before the measurement and is written again and again.</summary>
internal sealed class FixedBuffer(int capacity) : IBufferWriter<byte>
{
    private readonly byte[] _octets = new byte[capacity];
    private int _length;

    public ReadOnlySpan<byte> Written => _octets.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => _octets.AsMemory(_length);

    public Span<byte> GetSpan(int sizeHint = 0) => _octets.AsSpan(_length);
}
