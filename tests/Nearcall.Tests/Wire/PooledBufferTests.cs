namespace Nearcall.Tests.Wire;

public sealed class PooledBufferTests
{
    [Fact]
    public void GetSpan_MoreThanThereIs_GrowsAndKeepsWhatWasWritten()
    {
        using var buffer = PooledBuffer.Rent(1);
        var expected = new byte[100_000];
        new Random(1).NextBytes(expected);
        for (var written = 0; written < expected.Length;)
        {
            var step = Math.Min(expected.Length - written, 1 + (written % 1234));
            expected.AsSpan(written, step).CopyTo(buffer.GetSpan(step));
            buffer.Advance(step);
            written += step;
        }

        Assert.Equal(expected.Length, buffer.Length);
        Assert.True(buffer.WrittenSpan.SequenceEqual(expected));
        Assert.True(buffer.WrittenMemory.Span.SequenceEqual(expected));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(1_000_000)]
    public void GetMemory_Hint_IsTheLeastThatComesBack(int hint)
    {
        using var buffer = PooledBuffer.Rent();
        buffer.Advance(buffer.GetMemory(hint).Length);

        Assert.True(buffer.GetMemory(hint).Length >= Math.Max(hint, 1));
        Assert.True(buffer.GetSpan(hint).Length >= Math.Max(hint, 1));
    }

    [Fact]
    public void Rent_Hint_IsRoomWithoutGrowth()
    {
        using var buffer = PooledBuffer.Rent(5000);

        Assert.True(buffer.GetSpan().Length >= 5000);
    }

    [Fact]
    public void Truncate_Mark_ForgetsWhatCameAfter()
    {
        using var buffer = PooledBuffer.Rent();
        Write(buffer, "abc"u8);
        var mark = buffer.Length;
        Write(buffer, "def"u8);
        buffer.Truncate(mark);
        Write(buffer, "x"u8);

        Assert.True(buffer.WrittenSpan.SequenceEqual("abcx"u8));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Truncate(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Truncate(-1));
    }

    [Fact]
    public void Clear_Written_StartsAnew()
    {
        using var buffer = PooledBuffer.Rent();
        Write(buffer, "abc"u8);
        buffer.Clear();

        Assert.Equal(0, buffer.Length);
        Assert.True(buffer.WrittenSpan.IsEmpty);
    }

    [Fact]
    public void Advance_PastTheEnd_Throws()
    {
        using var buffer = PooledBuffer.Rent();
        var room = buffer.GetSpan().Length;

        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(room + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = buffer.GetSpan(-1); });
    }

    [Fact]
    public void GetSpan_BeyondAnArray_Throws()
    {
        using var buffer = PooledBuffer.Rent();
        buffer.Advance(1);

        Assert.Throws<InsufficientMemoryException>(() => { _ = buffer.GetSpan(int.MaxValue); });
    }

    [Fact]
    public void Dispose_Twice_ReturnsTheArrayOnce()
    {
        var buffer = PooledBuffer.Rent();
        Write(buffer, "abc"u8);
        buffer.Dispose();
        buffer.Dispose();

        Assert.Equal(0, buffer.Length);
        Assert.Throws<ObjectDisposedException>(() => { _ = buffer.GetSpan(); });
        Assert.Throws<ObjectDisposedException>(() => { _ = buffer.GetMemory(); });
        Assert.Throws<ObjectDisposedException>(() => buffer.Advance(0));
        Assert.Throws<ObjectDisposedException>(() => { _ = buffer.WrittenSpan; });
        Assert.Throws<ObjectDisposedException>(() => { _ = buffer.WrittenMemory; });
    }

    private static void Write(PooledBuffer buffer, ReadOnlySpan<byte> octets)
    {
        octets.CopyTo(buffer.GetSpan(octets.Length));
        buffer.Advance(octets.Length);
    }
}
