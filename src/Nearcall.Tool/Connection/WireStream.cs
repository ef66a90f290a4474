namespace Nearcall.Tool.Connection;

/// <summary>Keeps a copy of what is read through it, and hands it over once: at the end, or when it is disposed.</summary>
internal sealed class WireStream(Stream source, Action<ReadOnlyMemory<byte>> onEnd) : Stream
{
    private readonly MemoryStream _seen = new();
    private bool _isOver;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = source.Read(buffer);
        Keep(buffer[..count], buffer.IsEmpty);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Keep(buffer.Span[..count], buffer.IsEmpty);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            End();
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    // The client bounds what it reads, and so what is kept.
    private void Keep(ReadOnlySpan<byte> octets, bool isProbe)
    {
        _seen.Write(octets);
        if (octets.IsEmpty && !isProbe)
        {
            End();
        }
    }

    private void End()
    {
        if (!_isOver)
        {
            _isOver = true;
            onEnd(_seen.GetBuffer().AsMemory(0, (int)_seen.Length));
        }
    }
}
