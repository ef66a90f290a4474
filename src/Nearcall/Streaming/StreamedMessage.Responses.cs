namespace Nearcall;

/// <summary>The frame of an answer.</summary>
internal sealed partial class StreamedMessage
{
    private XmlRpcResponseType _responseType;

    /// <summary>Moves past the start of an answer, up to its result or fault. All of it stays in memory.</summary>
    /// <returns>What the answer holds.</returns>
    /// <exception cref="XmlRpcFormatException">The text is no answer.</exception>
    public async ValueTask<XmlRpcResponseType> ReadStartMethodResponseAsync(bool async, CancellationToken cancellationToken)
    {
        await TakeAsync(static message => message.TryReadStartMethodResponse(), async, cancellationToken).ConfigureAwait(false);
        return _responseType;
    }

    /// <summary>Reads the fault that the answer holds, and the tail.</summary>
    /// <exception cref="XmlRpcFormatException">The value is no fault, or something else follows it.</exception>
    public async ValueTask<XmlRpcFault> ReadFaultAsync(bool async, CancellationToken cancellationToken)
    {
        var start = _state;
        await TakeAsync(static message => message.TryFrameValue(), async, cancellationToken).ConfigureAwait(false);
        var length = _state.Position;
        await ReadEndMethodResponseAsync(async, cancellationToken).ConfigureAwait(false);
        var reader = new XmlRpcReader(_window.Text[..length], isFinal: false, start with { Checked = length });
        return reader.ReadFault();
    }

    /// <summary>Moves past the end of the answer, which is the end of the text.</summary>
    /// <exception cref="XmlRpcFormatException">Something else stands there.</exception>
    public ValueTask ReadEndMethodResponseAsync(bool async, CancellationToken cancellationToken) =>
        TakeAsync(static message => message.TryReadEndMethodResponse(), async, cancellationToken);

    private bool TryReadStartMethodResponse()
    {
        var reader = OpenReader();
        return reader.TryReadStartMethodResponse(out _responseType) ? Accept(reader, isDone: true) : Wait(reader);
    }

    private bool TryReadEndMethodResponse()
    {
        var reader = OpenReader();
        return reader.TryReadEndMethodResponse() ? Accept(reader, isDone: true) : Wait(reader);
    }

    private bool TryFrameValue()
    {
        var reader = OpenReader();
        return Accept(reader, reader.TryFrame(depth: 0));
    }
}
