namespace Nearcall;

/// <summary>A base64 whose octets are read while they arrive.</summary>
internal sealed partial class StreamedMessage
{
    private Base64Decoder _decoder;
    private Base64Progress _progress;
    private int _parameters;

    /// <summary>The octets at the front of what is in memory that are text of the base64.</summary>
    private int _partLength;

    /// <summary>Text of the base64 that was read but not decoded, where it is not what stands in memory.</summary>
    private ReadOnlyMemory<byte> _separateText;

    /// <summary>Whether a tag follows that text.</summary>
    private bool _isTagNext;

    /// <summary>
    /// Moves to the octets of the base64 that comes next: the result of an answer, or the last parameter of a call. What was read before
    /// it is in memory until the first octets are read.
    /// </summary>
    /// <param name="parameters">How many parameters stand before it; none for a result.</param>
    /// <param name="async">Whether to read asynchronously.</param>
    /// <param name="cancellationToken">Given to the source.</param>
    /// <exception cref="XmlRpcFormatException">The value is no base64.</exception>
    public async ValueTask ReadStartBase64Async(int parameters, bool async, CancellationToken cancellationToken)
    {
        await TakeAsync(static message => message.TryReadStartBase64(), async, cancellationToken).ConfigureAwait(false);
        if (_progress == Base64Progress.NotBegun)
        {
            // Another kind, or an empty element: to say which, or that it is nothing, the whole of it is read.
            var start = _state;
            await TakeAsync(static message => message.TryFrameValue(), async, cancellationToken).ConfigureAwait(false);
            RefuseUnlessEmpty(start);
            _progress = Base64Progress.Tail;
        }

        _parameters = parameters + 1;
        _decoder = new Base64Decoder(_state.Dialect);
    }

    /// <summary>Reads octets. At their end, moves past the end of the message.</summary>
    /// <param name="room">Where they go.</param>
    /// <param name="async">Whether to read asynchronously.</param>
    /// <param name="cancellationToken">Given to the source.</param>
    /// <returns>How many were read; 0 at the end, once the tail of the message has been read and found right.</returns>
    /// <exception cref="XmlRpcFormatException">The text is no base64, or the tail is malformed.</exception>
    public async ValueTask<int> ReadBase64Async(Memory<byte> room, bool async, CancellationToken cancellationToken)
    {
        if (room.IsEmpty)
        {
            return 0;
        }

        if (_progress == Base64Progress.Found)
        {
            Discard();
            _state = _state with { Origin = _state.Origin with { Parameters = _parameters } };
            _progress = Base64Progress.Text;
        }

        while (_progress == Base64Progress.Text)
        {
            var count = Decode(room.Span);
            if (count > 0)
            {
                return count;
            }

            if (_progress == Base64Progress.Text)
            {
                await ReadMoreAsync(async, cancellationToken).ConfigureAwait(false);
            }
        }

        if (_progress == Base64Progress.End)
        {
            await TakeAsync(static message => message.TryReadEndBase64(), async, cancellationToken).ConfigureAwait(false);
            _progress = Base64Progress.Tail;
        }

        if (_progress == Base64Progress.Tail)
        {
            await TakeAsync(
                _isCall ? static message => message.TryReadEndParameters() : static message => message.TryReadEndMethodResponse(),
                async,
                cancellationToken).ConfigureAwait(false);
            _progress = Base64Progress.Over;
        }

        return 0;
    }

    private bool TryReadStartBase64()
    {
        var reader = OpenReader();
        if (!reader.TryReadStartBase64(out var isBase64))
        {
            return Wait(reader);
        }

        _progress = isBase64 ? Base64Progress.Found : Base64Progress.NotBegun;
        return Accept(reader, isDone: true);
    }

    private void RefuseUnlessEmpty(in XmlRpcReaderState start)
    {
        var reader = new XmlRpcReader(_window.Text[.._state.Position], isFinal: false, start with { Checked = _state.Position });
        reader.ReadBase64();
    }

    /// <summary>Decodes what is in memory. Where it gives nothing, more is needed, or the end tag comes next.</summary>
    private int Decode(Span<byte> room)
    {
        while (true)
        {
            var isSeparate = !_separateText.IsEmpty;
            var text = isSeparate ? _separateText.Span : _window.Text[.._partLength];
            var problem = _decoder.Decode(text, room, out var read, out var written);
            ThrowIf(problem, isSeparate ? 0 : read);
            if (isSeparate)
            {
                _separateText = _separateText[read..];
            }
            else
            {
                _partLength -= read;
                Pass(read);
            }

            if (written > 0)
            {
                return written;
            }

            if (_isTagNext)
            {
                return Finish(room);
            }

            if (!FindPart())
            {
                return 0;
            }
        }
    }

    private int Finish(Span<byte> room)
    {
        var written = 0;

        // A text that is cut short is not blamed for its padding.
        if (!_window.Text.IsEmpty)
        {
            ThrowIf(_decoder.Finish(room, out written), place: 0);
        }

        if (written == 0)
        {
            _progress = Base64Progress.End;
        }

        return written;
    }

    /// <summary>Looks how much of what is in memory is text of the base64.</summary>
    /// <returns>Whether there is any, or its end tag.</returns>
    private bool FindPart()
    {
        var reader = OpenReader();
        _isTagNext = reader.ReadBase64Part();
        var length = reader.Position;
        _state.Checked = reader.CurrentState.Checked;
        _patience.Looked(_window.Text.Length - length, hasProgressed: length > 0);
        if (_window.Text[..length].IndexOfAny((byte)'<', (byte)'&') < 0)
        {
            _partLength = length;
        }
        else
        {
            _separateText = reader.GetBase64Part().ToArray();
            Pass(length);
        }

        return length > 0 || _isTagNext;
    }

    private void Pass(int count)
    {
        _state.Position = count;
        Discard();
    }

    private void ThrowIf(XmlRpcBase64Problem problem, int place)
    {
        if (problem != XmlRpcBase64Problem.None)
        {
            throw OpenReader().MalformedBase64(problem, place);
        }
    }

    private bool TryReadEndBase64()
    {
        var reader = OpenReader();
        return reader.TryReadEndBase64() ? Accept(reader, isDone: true) : Wait(reader);
    }
}
