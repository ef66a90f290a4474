namespace Nearcall;

/// <summary>An answer with its whole body, decompressed and still unread. Disposing it gives the body's buffer back.</summary>
internal readonly struct HttpAnswer : IDisposable
{
    private readonly AnswerHead _head;
    private readonly ClientSettings _settings;
    private readonly PooledBuffer _body;

    private HttpAnswer(in AnswerHead head, PooledBuffer body, ClientSettings settings)
    {
        _head = head;
        _body = body;
        _settings = settings;
    }

    public ClientEndpoint Endpoint => _head.Endpoint;

    public static HttpAnswer Create(ClientEndpoint endpoint, HttpResponseMessage response, PooledBuffer body, ClientSettings settings)
    {
        var head = new AnswerHead(endpoint, response, settings);
        PooledBuffer? decoded = null;
        try
        {
            decoded = ContentDecoder.Decode(body, head.Encoding, settings.Limits);
            return decoded is null ? throw head.UnknownEncoding() : new HttpAnswer(head, decoded, settings);
        }
        catch (InvalidDataException e)
        {
            throw head.NotDecompressed(e);
        }
        finally
        {
            if (!ReferenceEquals(body, decoded))
            {
                body.Dispose();
            }
        }
    }

    /// <summary>Reads the message in the body. Faults come with any status (R42).</summary>
    public XmlRpcResult<T> Read<T>(XmlRpcConverter<T> converter)
    {
        var octets = _body.WrittenMemory;
        var type = _head.Type;
        var isBlank = BodyText.IsBlank(octets.Span);
        if (isBlank || BodyText.IsHtml(octets.Span, type.IsHtml))
        {
            throw _head.NoMessage(octets.Span, isHtml: !isBlank, cause: null);
        }

        _head.ThrowIfOtherType();
        try
        {
            return AnswerReader.Read(octets, type.Charset, converter, _settings);
        }
        catch (XmlRpcFormatException e) when (!_head.IsSuccess)
        {
            throw _head.NoMessage(octets.Span, isHtml: false, e);
        }
        catch (XmlRpcFormatException e) when (e.FaultCode == XmlRpcFaultCodes.NotWellFormed && BodyText.IsCutShort(octets.Span))
        {
            throw _head.CutShort(octets.Length, e);
        }
    }

    public void Dispose() => _settings.AnswerBuffers.Return(_body);
}
