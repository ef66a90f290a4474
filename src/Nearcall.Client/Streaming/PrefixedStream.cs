namespace Nearcall;

/// <summary>Octets that were looked at already, and then the rest of the stream that they came from, which is not disposed.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _prefix = prefix;

    protected override bool IsClosed => false;

    protected override ValueTask<int> ReadAsync(bool async, Memory<byte> room, CancellationToken cancellationToken)
    {
        if (_prefix.IsEmpty)
        {
            return async ? rest.ReadAsync(room, cancellationToken) : new(rest.Read(room.Span));
        }

        var count = Math.Min(_prefix.Length, room.Length);
        _prefix[..count].CopyTo(room);
        _prefix = _prefix[count..];
        return new(count);
    }
}
