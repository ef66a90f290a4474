namespace Nearcall;

/// <summary>The frame of a call.</summary>
internal sealed partial class StreamedMessage
{
    private XmlRpcReaderState _callHead;
    private byte[] _methodName = [];
    private bool _isCall;
    private bool _hasParameter;

    /// <summary>The name of the method, in UTF-8, once <see cref="ReadStartMethodCallAsync"/> has read it.</summary>
    public ReadOnlySpan<byte> MethodName => _methodName;

    /// <summary>Moves past the start of a call and its method name. All of it stays in memory.</summary>
    /// <exception cref="XmlRpcFormatException">The text is no call, or its method name is not allowed.</exception>
    public ValueTask ReadStartMethodCallAsync(bool async, CancellationToken cancellationToken)
    {
        _isCall = true;
        return TakeAsync(static message => message.TryReadStartMethodCall(), async, cancellationToken);
    }

    /// <summary>
    /// Reads the parameters before one that is to be streamed, and looks whether that is there. All of it stays in memory, as one part
    /// of the message; <see cref="OpenArguments"/> gives it.
    /// </summary>
    /// <param name="count">How many parameters stand before it.</param>
    /// <param name="async">Whether to read asynchronously.</param>
    /// <param name="cancellationToken">Given to the source.</param>
    /// <returns>
    /// Whether there is a further parameter. If not, the call has fewer, its tail was read, and all of it is in memory.
    /// </returns>
    /// <exception cref="XmlRpcFormatException">The text breaks a rule or a limit.</exception>
    public async ValueTask<bool> ReadParametersAsync(int count, bool async, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            await TakeAsync(static message => message.TryReadNextParameter(), async, cancellationToken).ConfigureAwait(false);
            if (!_hasParameter || i == count)
            {
                return _hasParameter;
            }

            await TakeAsync(static message => message.TryFrameValue(), async, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Reads the rest of the text into memory, as much of it as the limit on a message allows: for a method that takes no stream.
    /// </summary>
    public async ValueTask GatherAsync(bool async, CancellationToken cancellationToken)
    {
        while (!_window.IsFinal)
        {
            await _window.ReadAsync(async, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Opens what is in memory of the call, before the first parameter. The reader knows whether the text is complete; where it is not,
    /// the parameters that <see cref="ReadParametersAsync"/> read can be read, and <see cref="XmlRpcReader.ReadNextParameter"/> then says
    /// that one more is there. Nothing else may be read from this message while the reader is in use.
    /// </summary>
    public XmlRpcReader OpenArguments() => new(_window.Text, _window.IsFinal, _callHead);

    private bool TryReadStartMethodCall()
    {
        var reader = OpenReader();
        if (!reader.TryReadStartMethodCall())
        {
            return Wait(reader);
        }

        _methodName = reader.MethodName.ToArray();
        _callHead = reader.CurrentState;
        return Accept(reader, isDone: true);
    }

    private bool TryReadNextParameter()
    {
        var reader = OpenReader();
        return reader.TryReadNextParameter(out _hasParameter) ? Accept(reader, isDone: true) : Wait(reader);
    }

    private bool TryReadEndParameters()
    {
        var reader = OpenReader();
        return reader.TryReadEndParameters() ? Accept(reader, isDone: true) : Wait(reader);
    }
}
