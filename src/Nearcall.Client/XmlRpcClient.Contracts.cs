namespace Nearcall;

public sealed partial class XmlRpcClient
{
    /// <inheritdoc/>
    internal override ValueTask<XmlRpcResult<TResult>> InvokeAsync<TArguments, TResult>(
        bool async, XmlRpcClientMethod<TArguments, TResult> method, in TArguments arguments, CancellationToken cancellationToken)
    {
        if (!async)
        {
            _http.ThrowIfNotSynchronous();
        }

        var terms = CallTerms.Of(method, cancellationToken);
        return async && method.StreamOf is null && _batcher?.Takes(terms) == true
            ? GatherAsync(_batcher, terms, method, in arguments)
            : InvokeAsync(async, terms, Encode(method, in arguments), method.Result);
    }

    private CallContent Encode<TArguments, TResult>(XmlRpcClientMethod<TArguments, TResult> method, in TArguments arguments)
    {
        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        var buffer = _settings.CallBuffers.Rent(ClientSettings.UsualCall);
        try
        {
            var writer = new XmlRpcWriter(buffer, _settings.Dialect);
            writer.WriteStartMethodCall(method.Name);
            method.Arguments(ref writer, in arguments);
            if (method.StreamOf is { } streamOf)
            {
                return EncodeStream(buffer, ref writer, streamOf(arguments));
            }

            writer.WriteEndMethodCall();
            writer.Flush();
            return new XmlRpcContent(buffer, _settings.Compression, _settings.CallBuffers);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>Writes the call with an empty base64 for its last argument, for the octets to go in between.</summary>
    private StreamedContent EncodeStream(PooledBuffer buffer, ref XmlRpcWriter writer, Stream octets)
    {
        ArgumentNullException.ThrowIfNull(octets);
        writer.WriteStartParameter();
        writer.WriteBase64([]);
        var place = (int)writer.BytesWritten - "</base64></value>".Length;
        writer.WriteEndParameter();
        writer.WriteEndMethodCall();
        writer.Flush();
        using (buffer)
        {
            return new StreamedContent(buffer.WrittenSpan, place, octets, _settings.Compression);
        }
    }
}
