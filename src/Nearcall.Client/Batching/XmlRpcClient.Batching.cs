using System.Runtime.CompilerServices;

namespace Nearcall;

public sealed partial class XmlRpcClient
{
    internal HttpExchange ExchangeFor(ClientSettings settings) => new(settings, _http.IsOwn);

    private CallBatcher? CreateBatcher(XmlRpcClientOptions options, HttpMessageInvoker sender) =>
        options.Batching is { } batching ? new CallBatcher(this, _settings, batching, TimeoutOf(sender)) : null;

    /// <summary>Encodes a call before anything is awaited, and sends it by itself or with others.</summary>
    private ValueTask<XmlRpcResult<T>> InvokeAsync<T>(CallTerms terms, ReadOnlySpan<XmlRpcValue> arguments, XmlRpcConverter<T> converter)
    {
        if (_batcher is not { } batcher || !batcher.Takes(terms))
        {
            return InvokeAsync(async: true, terms, Encode(terms.Method, arguments), converter);
        }

        if (batcher.TryGoAlone())
        {
            try
            {
                return GoAloneAsync(batcher, terms, Encode(terms.Method, arguments), converter);
            }
            catch
            {
                batcher.Leave();
                throw;
            }
        }

        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        var entry = _settings.CallBuffers.Rent(ClientSettings.UsualCall);
        try
        {
            EntryText.Write(entry, terms.Method, arguments, _settings.Dialect);
            return GatherAsync(batcher, terms, entry, converter);
        }
        finally
        {
            _settings.CallBuffers.Return(entry);
        }
    }

    private ValueTask<XmlRpcResult<TResult>> GatherAsync<TArguments, TResult>(
        CallBatcher batcher, CallTerms terms, XmlRpcClientMethod<TArguments, TResult> method, in TArguments arguments)
    {
        if (batcher.TryGoAlone())
        {
            try
            {
                return GoAloneAsync(batcher, terms, Encode(method, in arguments), method.Result);
            }
            catch
            {
                batcher.Leave();
                throw;
            }
        }

        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        var entry = _settings.CallBuffers.Rent(ClientSettings.UsualCall);
        try
        {
            var writer = new XmlRpcWriter(entry, _settings.Dialect);
            writer.WriteStartEntry(method.Name);
            method.Arguments(ref writer, in arguments);
            writer.WriteEndEntry();
            writer.Flush();
            return GatherAsync(batcher, terms, entry, method.Result);
        }
        finally
        {
            _settings.CallBuffers.Return(entry);
        }
    }

    /// <summary>Adds a call to those that gather. The entry is copied before this method returns.</summary>
    private ValueTask<XmlRpcResult<T>> GatherAsync<T>(CallBatcher batcher, CallTerms terms, PooledBuffer entry, XmlRpcConverter<T> converter) =>
        ClientDiagnostics.IsOn
            ? WatchAsync(batcher, terms, entry, converter)
            : batcher.AddAsync(terms, entry.WrittenSpan, converter, span: null);

    /// <summary>The span of the call is that of this method's context, and of no caller's.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<XmlRpcResult<T>> WatchAsync<T>(
        CallBatcher batcher, CallTerms terms, PooledBuffer entry, XmlRpcConverter<T> converter)
    {
        var diagnostics = ClientDiagnostics.Start(terms.Method, _settings);
        try
        {
            var result = await batcher.AddAsync(terms, entry.WrittenSpan, converter, diagnostics.Span).ConfigureAwait(false);
            diagnostics.Stop(result.Fault, _settings.Endpoints.Current.Uri);
            return result;
        }
        catch (Exception e)
        {
            diagnostics.Stop(e);
            throw;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<XmlRpcResult<T>> GoAloneAsync<T>(
        CallBatcher batcher, CallTerms terms, CallContent content, XmlRpcConverter<T> converter)
    {
        try
        {
            return await InvokeAsync(async: true, terms, content, converter).ConfigureAwait(false);
        }
        finally
        {
            batcher.Leave();
        }
    }
}
