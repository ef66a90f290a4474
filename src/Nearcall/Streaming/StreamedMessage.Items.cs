namespace Nearcall;

/// <summary>An array that is read item by item.</summary>
internal sealed partial class StreamedMessage
{
    private XmlRpcReaderState _itemStart;
    private bool _isFraming;

    /// <summary>Moves past the start of the array that is the result.</summary>
    /// <exception cref="XmlRpcFormatException">The result is no array.</exception>
    public async ValueTask ReadStartArrayAsync(bool async, CancellationToken cancellationToken)
    {
        await TakeAsync(static message => message.TryReadStartArray(), async, cancellationToken).ConfigureAwait(false);
        Discard();
        _state = _state with { Origin = _state.Origin with { Parameters = 1, Items = 0 } };
    }

    /// <summary>Looks for the next item, until all of it is in memory. At the end of the array, moves past the end.</summary>
    /// <returns>Whether there is one, for <see cref="ReadItem"/> to read.</returns>
    /// <exception cref="XmlRpcFormatException">The text breaks a rule or a limit.</exception>
    public ValueTask<bool> ReadNextItemAsync(bool async, CancellationToken cancellationToken)
    {
        var framing = TakeAsync(static message => message.TryFrameItem(), async, cancellationToken);
        return framing.IsCompletedSuccessfully ? new(_isFraming) : AwaitedAsync(framing);

        async ValueTask<bool> AwaitedAsync(ValueTask pending)
        {
            await pending.ConfigureAwait(false);
            return _isFraming;
        }
    }

    /// <summary>Reads the item that <see cref="ReadNextItemAsync"/> found.</summary>
    /// <param name="converter">Reads it.</param>
    /// <exception cref="XmlRpcFormatException">The item is not what the converter reads.</exception>
    public TItem ReadItem<TItem>(XmlRpcConverter<TItem> converter)
    {
        var text = _window.Text[.._state.Position];
        var reader = new XmlRpcReader(text, isFinal: false, _itemStart with { Checked = text.Length });
        var item = converter.Read(ref reader);
        if (reader.Position != text.Length)
        {
            throw new InvalidOperationException($"{converter.GetType()} did not read the whole value.");
        }

        _isFraming = false;
        Discard();
        _state = _state with { Origin = _state.Origin with { Items = _state.Origin.Items + 1 } };
        return item;
    }

    private bool TryReadStartArray()
    {
        var reader = OpenReader();
        return reader.TryReadStartArray() ? Accept(reader, isDone: true) : Wait(reader);
    }

    private bool TryFrameItem()
    {
        const int InArray = 1;
        if (!_isFraming)
        {
            // Each item has the whole of what a message may hold.
            _state.Members = 0;
            _itemStart = _state;
            _isFraming = true;
        }

        var reader = OpenReader();
        if (!Accept(reader, reader.TryFrame(InArray)))
        {
            return false;
        }

        if (reader.Depth < InArray)
        {
            _isFraming = false;
        }

        return true;
    }
}
