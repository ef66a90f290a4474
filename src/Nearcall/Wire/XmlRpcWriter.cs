using System.Buffers;
using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>
/// Writes XML-RPC as UTF-8, forward only: compact, in the canonical forms of <c>docs/rules.md</c>, without a
/// self-closing tag other than <c>nil</c>.
/// </summary>
/// <remarks>
/// <para>Call <see cref="Flush"/> at the end. After it another writer may go on where this one stopped, on the same output.</para>
/// <para>What the dialect cannot write is refused with an <see cref="XmlRpcFormatException"/> whose code is
/// <see cref="XmlRpcFaultCodes.InternalError"/>. The output then ends in an unfinished message: throw it away, or truncate
/// it to where it was.</para>
/// <para>Calls that would not make a message, such as a second value in one member, throw
/// <see cref="InvalidOperationException"/>. What surrounds the place where a writer starts is not known to it and not
/// checked. Not safe to use from two threads, as no <c>ref struct</c> is. Pass it by reference.</para>
/// </remarks>
public ref partial struct XmlRpcWriter
{
    /// <summary>What a container, a message or a text begins with fits into this, several times.</summary>
    private const int SmallestWindow = 256;

    /// <summary>The most that is asked of the output at once.</summary>
    private const int LargestStep = 64 * 1024;

    private readonly IBufferWriter<byte> _output;
    private readonly XmlRpcDialect _dialect;

    /// <summary>What the dialect says, but in the text of a fault.</summary>
    private XmlRpcInvalidCharacters _invalidCharacters;

    private Span<byte> _window;
    private int _position;
    private long _flushed;

    /// <summary>What may come next: one of the constants that <c>XmlRpcWriter.Nesting.cs</c> explains.</summary>
    private int _place;
    private int _depth;
    private ParentPlaces _parents;

    /// <summary>Set from the start of a call to its first parameter.</summary>
    private bool _paramsPending;

    /// <summary>Set within an entry of a multicall, where nothing surrounds a parameter.</summary>
    private bool _isEntry;

    /// <summary>Starts to write.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="dialect">What may be written and how. Default: <see cref="XmlRpcDialect.Strict"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    public XmlRpcWriter(IBufferWriter<byte> output, XmlRpcDialect? dialect = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
        _dialect = dialect ?? XmlRpcDialect.Strict;
        _invalidCharacters = _dialect.WriteInvalidCharacters;
    }

    /// <summary>What may be written and how.</summary>
    public readonly XmlRpcDialect Dialect => _dialect;

    /// <summary>The number of bytes that this writer has written, those not flushed included.</summary>
    public readonly long BytesWritten => _flushed + _position;

    /// <summary>Hands what was written to the output.</summary>
    public void Flush()
    {
        if (_position > 0)
        {
            _output.Advance(_position);
            _flushed += _position;
        }

        _window = default;
        _position = 0;
        LetOthersFillTheSlot();
    }

    /// <summary>Copies a text whose length the compiler knows; the caller has made room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Raw(scoped ReadOnlySpan<byte> literal)
    {
        literal.CopyTo(_window[_position..]);
        _position += literal.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int size)
    {
        if (_window.Length - _position < size)
        {
            Grow(size);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size)
    {
        if (_position > 0)
        {
            _output.Advance(_position);
            _flushed += _position;
            _position = 0;
        }

        _window = _output.GetSpan(Math.Max(size, SmallestWindow));
    }
}
