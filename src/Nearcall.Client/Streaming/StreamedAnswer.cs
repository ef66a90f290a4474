namespace Nearcall;

/// <summary>An answer that is read while it arrives. Disposing it ends the exchange, wherever that stands.</summary>
internal sealed class StreamedAnswer : IDisposable
{
    private readonly AnswerHead _head;
    private readonly HttpResponseMessage _response;
    private readonly CallDeadline _deadline;
    private Stream? _decoded;
    private StreamedMessage? _message;
    private AnswerSource? _source;
    private CallContent? _content;
    private ClientDiagnostics? _diagnostics;
    private long? _items;
    private long _octets;
    private bool _isOpen;

    private StreamedAnswer(in AnswerHead head, HttpResponseMessage response, CallDeadline deadline)
    {
        _head = head;
        _response = response;
        _deadline = deadline;
    }

    /// <summary>The fault, if the answer is one.</summary>
    public XmlRpcFault? Fault { get; private set; }

    /// <summary>Whether <see cref="Dispose"/> was called.</summary>
    public bool IsDisposed { get; private set; }

    private string Count =>
        _items is { } items
            ? FormattableString.Invariant($" {items} items had come.")
            : FormattableString.Invariant($" {_octets} octets had been read.");

    private StreamedMessage Message
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, typeof(Stream));
            return _message!;
        }
    }

    /// <summary>Reads the head of an answer: up to the result, or a whole fault.</summary>
    public static async ValueTask<StreamedAnswer> OpenAsync(
        bool async, ClientEndpoint endpoint, HttpResponseMessage response, CallDeadline deadline, ClientSettings settings)
    {
        var answer = new StreamedAnswer(new AnswerHead(endpoint, response, settings), response, deadline);
        try
        {
            await answer.ReadHeadAsync(async, settings).ConfigureAwait(false);
            return answer;
        }
        catch (Exception e)
        {
            var failure = answer.Explain(e, CancellationToken.None);
            answer.Close();
            if (failure is not null)
            {
                throw failure;
            }

            throw;
        }
    }

    /// <summary>Takes over what ends together with the answer.</summary>
    public void Own(CallContent content, in ClientDiagnostics diagnostics)
    {
        _content = content;
        _diagnostics = diagnostics;
        if (Fault is not null)
        {
            Stop(Fault);
        }
    }

    /// <summary>Moves to the items of the array that is the result.</summary>
    public async ValueTask ReadStartArrayAsync()
    {
        _items = 0;
        try
        {
            await Message.ReadStartArrayAsync(async: true, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (Explain(e, CancellationToken.None) is { } failure)
        {
            throw Stopped(failure);
        }
    }

    /// <summary>Looks for the next item; behind the last, reads the tail.</summary>
    public ValueTask<bool> ReadNextItemAsync()
    {
        try
        {
            var reading = Message.ReadNextItemAsync(async: true, CancellationToken.None);
            return !reading.IsCompletedSuccessfully ? AwaitedAsync(reading) : reading.Result ? new(true) : ReadEndAsync();
        }
        catch (Exception e) when (Explain(e, CancellationToken.None) is { } failure)
        {
            throw Stopped(failure);
        }
    }

    /// <summary>Reads the item that was found.</summary>
    public TItem ReadItem<TItem>(XmlRpcConverter<TItem> converter)
    {
        try
        {
            var item = Message.ReadItem(converter);
            _items++;
            return item;
        }
        catch (Exception e)
        {
            Stopped(e);
            throw;
        }
    }

    /// <summary>Moves to the octets of the base64 that is the result.</summary>
    public async ValueTask ReadStartBase64Async()
    {
        try
        {
            await Message.ReadStartBase64Async(parameters: 0, async: true, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (Explain(e, CancellationToken.None) is { } failure)
        {
            throw Stopped(failure);
        }
    }

    /// <summary>Reads octets; at their end, the tail.</summary>
    public async ValueTask<int> ReadBase64Async(bool async, Memory<byte> room, CancellationToken cancellationToken)
    {
        try
        {
            var count = await Message.ReadBase64Async(room, async, cancellationToken).ConfigureAwait(false);
            _octets += count;
            if (count == 0 && room.Length > 0)
            {
                Stop(fault: null);
            }

            return count;
        }
        catch (Exception e) when (Explain(e, cancellationToken) is { } failure)
        {
            throw Stopped(failure);
        }
    }

    public void Dispose()
    {
        Close();
        Stop(fault: null);
        _content?.Dispose();
        _deadline.Dispose();
    }

    private async ValueTask ReadHeadAsync(bool async, ClientSettings settings)
    {
        var token = _deadline.Token;
        var body = async
            ? await _response.Content.ReadAsStreamAsync(token).ConfigureAwait(false)
            : _response.Content.ReadAsStream(token);
        _source = new AnswerSource(body, _response, _deadline);
        _decoded = await ContentDecoder.DecodeAsync(async, _source, _head.Encoding, CancellationToken.None).ConfigureAwait(false)
            ?? throw _head.UnknownEncoding();
        _message = new StreamedMessage(_decoded, _head.Type.Charset, settings.Dialect, settings.Limits);
        var type = await _message.ReadStartMethodResponseAsync(async, CancellationToken.None).ConfigureAwait(false);
        _head.ThrowIfOtherType();
        if (type == XmlRpcResponseType.Fault)
        {
            Fault = await _message.ReadFaultAsync(async, CancellationToken.None).ConfigureAwait(false);
        }
        else if (type == XmlRpcResponseType.Empty)
        {
            throw ClientFormatError.Create("The answer holds no result to read while it arrives.", "R45");
        }

        _isOpen = true;
        _source.CountSilence();
    }

    private async ValueTask<bool> AwaitedAsync(ValueTask<bool> reading)
    {
        try
        {
            if (await reading.ConfigureAwait(false))
            {
                return true;
            }
        }
        catch (Exception e) when (Explain(e, CancellationToken.None) is { } failure)
        {
            throw Stopped(failure);
        }

        return await ReadEndAsync().ConfigureAwait(false);
    }

    private async ValueTask<bool> ReadEndAsync()
    {
        try
        {
            await Message.ReadEndMethodResponseAsync(async: true, CancellationToken.None).ConfigureAwait(false);
            Stop(fault: null);
            return false;
        }
        catch (Exception e) when (Explain(e, CancellationToken.None) is { } failure)
        {
            throw Stopped(failure);
        }
    }

    /// <summary>Says what a failure means to the caller.</summary>
    private Exception? Explain(Exception exception, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested && exception is not XmlRpcFormatException)
        {
            return new OperationCanceledException("The reading of the answer was cancelled.", exception, cancellationToken);
        }

        return exception switch
        {
            XmlRpcFormatException malformed => Explain(malformed),
            InvalidDataException => Counted(_head.NotDecompressed(exception)),
            _ => TransportFailures.OfReading(exception, _head.Endpoint, _deadline) switch
            {
                XmlRpcTransportException failure => Counted(failure),
                TimeoutException late when _isOpen => new TimeoutException(late.Message + Count, late.InnerException),
                var other => other,
            },
        };
    }

    private Exception Explain(XmlRpcFormatException malformed)
    {
        var text = _message is null ? default : _message.Text;
        if (_isOpen)
        {
            var isCut = malformed.FaultCode == XmlRpcFaultCodes.NotWellFormed && _message!.IsFinal && text.IndexOf("</methodResponse"u8) < 0;
            return isCut ? Counted(_head.CutShort(malformed.Offset ?? 0, malformed)) : malformed;
        }

        if (Fault is not null || _message is null)
        {
            return malformed;
        }

        var isBlank = BodyText.IsBlank(text);
        if (isBlank || !_head.IsSuccess || BodyText.IsHtml(text, _head.Type.IsHtml))
        {
            return _head.NoMessage(text, isHtml: !isBlank && BodyText.IsHtml(text, _head.Type.IsHtml), malformed);
        }

        return malformed.FaultCode == XmlRpcFaultCodes.NotWellFormed && _message.IsFinal && BodyText.IsCutShort(text)
            ? _head.CutShort(text.Length, malformed)
            : malformed;
    }

    /// <summary>Adds how much had come.</summary>
    private XmlRpcTransportException Counted(XmlRpcTransportException failure)
    {
        if (!_isOpen)
        {
            return failure;
        }

        return new XmlRpcTransportException(failure.Message + Count, failure.InnerException)
        {
            Endpoint = _head.Endpoint.Shown,
            StatusCode = _response.StatusCode,
            ReceivedItems = _items,
        };
    }

    private void Close()
    {
        if (!IsDisposed)
        {
            IsDisposed = true;
            _response.Dispose();
            _message?.Dispose();
            if (!ReferenceEquals(_decoded, _source))
            {
                _decoded?.Dispose();
            }
        }
    }

    private void Stop(XmlRpcFault? fault)
    {
        _diagnostics?.Stop(fault, _head.Endpoint.Uri);
        _diagnostics = null;
    }

    private Exception Stopped(Exception failure)
    {
        _diagnostics?.Stop(failure);
        _diagnostics = null;
        return failure;
    }
}
