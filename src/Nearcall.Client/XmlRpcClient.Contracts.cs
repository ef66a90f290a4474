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

        return InvokeAsync(async, CallTerms.Of(method, cancellationToken), Encode(method, in arguments), method.Result);
    }

    private XmlRpcContent Encode<TArguments, TResult>(XmlRpcClientMethod<TArguments, TResult> method, in TArguments arguments)
    {
        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        var buffer = PooledBuffer.Rent();
        try
        {
            var writer = new XmlRpcWriter(buffer, _settings.Dialect);
            writer.WriteStartMethodCall(method.Name);
            method.Arguments(ref writer, in arguments);
            writer.WriteEndMethodCall();
            writer.Flush();
            return new XmlRpcContent(buffer, _settings.Compression);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }
}
