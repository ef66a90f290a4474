using System.Buffers;

namespace Nearcall;

/// <summary>
/// The part of a text that is in memory while the text arrives. It grows with what has to be kept, never beyond the limit, and its
/// array goes back to the pool when it is disposed.
/// </summary>
internal sealed class TextWindow(Stream source, XmlRpcLimits limits) : IDisposable
{
    private const int SmallestSize = 16 * 1024;

    private byte[] _octets = [];
    private int _start;
    private int _end;
    private long _total;
    private int _isReading;
    private bool _isDisposed;

    /// <summary>What is in memory, until the next <see cref="ReadAsync"/>.</summary>
    public ReadOnlyMemory<byte> Memory => _octets.AsMemory(_start, _end - _start);

    /// <inheritdoc cref="Memory"/>
    public ReadOnlySpan<byte> Text => _octets.AsSpan(_start, _end - _start);

    /// <summary>Whether the source has ended.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>Forgets octets at the front.</summary>
    public void Skip(int count) => _start += count;

    /// <summary>Puts a complete text in place of what is in memory.</summary>
    public void Replace(ReadOnlyMemory<byte> text)
    {
        // The text may be part of what is in memory.
        var octets = ArrayPool<byte>.Shared.Rent(Math.Max(text.Length, SmallestSize));
        text.Span.CopyTo(octets);
        Return();
        _octets = octets;
        (_start, _end, IsFinal) = (0, text.Length, true);
    }

    /// <summary>Reads what the source gives next.</summary>
    /// <param name="async">Whether to read asynchronously; if not, the task is over when it is given.</param>
    /// <param name="cancellationToken">Given to the source.</param>
    /// <exception cref="XmlRpcFormatException">The text, or what has to be kept of it, goes over its limit.</exception>
    public async ValueTask ReadAsync(bool async, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (Interlocked.Exchange(ref _isReading, 1) != 0)
        {
            throw new InvalidOperationException("The stream is being read already: one read at a time.");
        }

        try
        {
            var room = MakeRoom();
            var count = async
                ? await source.ReadAsync(room, cancellationToken).ConfigureAwait(false)
                : source.Read(room.Span);
            IsFinal = count == 0;
            _end += count;
            _total += count;
        }
        finally
        {
            Volatile.Write(ref _isReading, 0);
        }

        if (_end - _start > limits.MaxBytes)
        {
            throw OverLimit($"A part of the message that must be kept together is larger than {limits.MaxBytes} bytes", nameof(XmlRpcLimits.MaxBytes));
        }

        if (_total > limits.MaxStreamedBytes)
        {
            throw OverLimit($"The message is larger than {limits.MaxStreamedBytes} bytes", nameof(XmlRpcLimits.MaxStreamedBytes));
        }
    }

    /// <summary>Gives the array back, unless a read that was given up may still write to it.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            if (Volatile.Read(ref _isReading) == 0)
            {
                Return();
            }

            (_octets, _start, _end) = ([], 0, 0);
        }
    }

    private Memory<byte> MakeRoom()
    {
        var length = _end - _start;
        if (_end < _octets.Length && _start <= length)
        {
            return _octets.AsMemory(_end);
        }

        if (length > _octets.Length / 2 || _octets.Length == 0)
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(_octets.Length * 2L, SmallestSize, Array.MaxLength));
            Text.CopyTo(larger);
            Return();
            _octets = larger;
        }
        else
        {
            Text.CopyTo(_octets);
        }

        (_start, _end) = (0, length);
        return _octets.AsMemory(_end);
    }

    private void Return()
    {
        if (_octets.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_octets);
            _octets = [];
        }
    }

    private static XmlRpcFormatException OverLimit(FormattableString problem, string limit) =>
        XmlRpcFormatError.Create(
            FormattableString.Invariant(problem),
            path: "",
            offset: null,
            rule: null,
            $"{nameof(XmlRpcLimits)}.{limit}",
            XmlRpcFaultCodes.LimitExceeded,
            transcoded: null);
}
