namespace Nearcall;

/// <summary>
/// Reads a message while it arrives: its head, then the items of an array or the octets of a base64, one after the other, then its tail.
/// Only what is being read is in memory.
/// </summary>
/// <remarks>
/// For one user at a time. After an exception, or a cancelled read, it is of no use but to be disposed. Without <c>async</c> no task of
/// it ever waits.
/// </remarks>
internal sealed partial class StreamedMessage : IDisposable
{
    private readonly TextWindow _window;
    private readonly string? _charset;
    private XmlRpcReaderState _state;
    private Patience _patience;
    private bool _isDecoded;

    /// <summary>Begins a message.</summary>
    /// <param name="source">Where it comes from. Not disposed.</param>
    /// <param name="charset">The charset of the HTTP header, or null.</param>
    /// <param name="dialect">What is accepted.</param>
    /// <param name="limits">How much is accepted.</param>
    public StreamedMessage(Stream source, string? charset, XmlRpcDialect dialect, XmlRpcLimits limits)
    {
        _window = new TextWindow(source, limits);
        _charset = charset;
        _state = new XmlRpcReaderState(dialect, limits);
    }

    private delegate bool Step(StreamedMessage message);

    /// <summary>What is in memory: the beginning of the text, as long as nothing but its head was read.</summary>
    public ReadOnlySpan<byte> Text => _window.Text;

    /// <summary>Whether the source has ended.</summary>
    public bool IsFinal => _window.IsFinal;

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => _window.Dispose();

    private XmlRpcReader OpenReader() => new(_window.Text, _window.IsFinal, _state);

    /// <summary>Forgets what was read.</summary>
    private void Discard()
    {
        var count = _state.Position;
        _window.Skip(count);
        _state = _state.Discard(count);
    }

    /// <summary>Takes a step, with as much of the text as it needs.</summary>
    private ValueTask TakeAsync(Step step, bool async, CancellationToken cancellationToken)
    {
        if (_isDecoded && step(this))
        {
            return default;
        }

        return TakeSlowlyAsync(step, async, cancellationToken);
    }

    private async ValueTask TakeSlowlyAsync(Step step, bool async, CancellationToken cancellationToken)
    {
        if (!_isDecoded)
        {
            await DecodeAsync(async, cancellationToken).ConfigureAwait(false);
            if (step(this))
            {
                return;
            }
        }

        do
        {
            await ReadMoreAsync(async, cancellationToken).ConfigureAwait(false);
        }
        while (!step(this));
    }

    /// <summary>Reads until it is worth looking again.</summary>
    private async ValueTask ReadMoreAsync(bool async, CancellationToken cancellationToken)
    {
        do
        {
            if (_window.IsFinal)
            {
                throw new InvalidOperationException("The message has been read already.");
            }

            await _window.ReadAsync(async, cancellationToken).ConfigureAwait(false);
        }
        while (!_window.IsFinal && !_patience.IsOver(_window.Text[_state.Position..]));
    }

    /// <summary>Takes over where a reader stands whose step is done, or where it got to.</summary>
    private bool Accept(in XmlRpcReader reader, bool isDone)
    {
        var before = _state.Position;
        _state = reader.CurrentState;
        _patience.Looked(isDone ? 0 : _window.Text.Length - _state.Position, isDone || _state.Position > before);
        return isDone;
    }

    /// <summary>Leaves a step undone that begins anew with more text.</summary>
    private bool Wait(in XmlRpcReader reader)
    {
        _state.Checked = reader.CurrentState.Checked;
        _patience.Looked(_window.Text.Length - _state.Position, hasProgressed: false);
        return false;
    }

    /// <summary>
    /// Finds out the encoding. UTF-8 is read as it comes; a text in any other is rare, and is gathered first, within the limit of what
    /// is kept in memory.
    /// </summary>
    private async ValueTask DecodeAsync(bool async, CancellationToken cancellationToken)
    {
        while (!_window.IsFinal && !ShowsEncoding(_window.Text))
        {
            await _window.ReadAsync(async, cancellationToken).ConfigureAwait(false);
        }

        var dialect = _state.Dialect;
        if (XmlEncoding.Detect(_window.Text, _charset, dialect, out var markLength) == XmlEncodingKind.Utf8)
        {
            _window.Skip(markLength);
        }
        else
        {
            while (!_window.IsFinal)
            {
                await _window.ReadAsync(async, cancellationToken).ConfigureAwait(false);
            }

            _window.Replace(XmlEncoding.ToUtf8(_window.Memory, _charset, dialect, out var transcodedFrom));
            _state = _state with { Origin = new XmlOrigin(0, transcodedFrom) };
        }

        _isDecoded = true;
    }

    private bool ShowsEncoding(ReadOnlySpan<byte> text)
    {
        // A mark, or a unit of UTF-16, takes four octets; a declaration stands before the root.
        const int LongestDeclaration = 512;
        const int LongestStrayText = 64 * 1024;
        return text.Length >= 4
            && (text.IndexOf("<method"u8) >= 0
                || !string.IsNullOrWhiteSpace(_charset)
                || text is [0xEF, 0xBB, 0xBF, ..] or [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..]
                || (text.Length >= LongestDeclaration && (text[0] == 0 || text[1] == 0))
                || text.Length >= LongestStrayText);
    }
}
