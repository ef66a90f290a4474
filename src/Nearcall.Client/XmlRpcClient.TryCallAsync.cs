namespace Nearcall;

public sealed partial class XmlRpcClient
{
    /// <summary>
    /// Calls a procedure and gives its result or its fault as data. Whatever else goes wrong is still thrown, as
    /// <see cref="CallAsync{T}(string, ReadOnlySpan{XmlRpcValue})"/> does.
    /// </summary>
    /// <typeparam name="T">The type of the result, as for <see cref="CallAsync{T}(string, ReadOnlySpan{XmlRpcValue})"/>.</typeparam>
    /// <param name="method">The name of the procedure.</param>
    /// <param name="arguments">Its arguments. They are encoded before this method returns.</param>
    /// <returns>The result or the fault.</returns>
    public Task<XmlRpcResult<T>> TryCallAsync<T>(string method, params ReadOnlySpan<XmlRpcValue> arguments) =>
        TryCallAsync<T>(method, XmlRpcCallOptions.None, arguments);

    /// <inheritdoc cref="TryCallAsync{T}(string, ReadOnlySpan{XmlRpcValue})"/>
    /// <param name="method">The name of the procedure.</param>
    /// <param name="cancellationToken">Ends the call early. The server may have run it all the same.</param>
    /// <param name="arguments">Its arguments. They are encoded before this method returns.</param>
    public Task<XmlRpcResult<T>> TryCallAsync<T>(
        string method, CancellationToken cancellationToken, params ReadOnlySpan<XmlRpcValue> arguments) =>
        TryCallAsync<T>(method, Options(cancellationToken), arguments);

    /// <inheritdoc cref="TryCallAsync{T}(string, ReadOnlySpan{XmlRpcValue})"/>
    /// <param name="method">The name of the procedure.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="arguments">Its arguments. They are encoded before this method returns.</param>
    public Task<XmlRpcResult<T>> TryCallAsync<T>(string method, XmlRpcCallOptions options, params ReadOnlySpan<XmlRpcValue> arguments)
    {
        ArgumentNullException.ThrowIfNull(options);
        var converter = XmlRpcConverter.For<T>();
        return InvokeAsync(CallTerms.Of(method, options), arguments, converter).AsTask();
    }

    /// <inheritdoc cref="TryCallAsync{T}(string, ReadOnlySpan{XmlRpcValue})"/>
    public Task<XmlRpcResult<XmlRpcValue>> TryCallAsync(string method, params ReadOnlySpan<XmlRpcValue> arguments) =>
        TryCallAsync<XmlRpcValue>(method, XmlRpcCallOptions.None, arguments);

    /// <inheritdoc cref="TryCallAsync{T}(string, CancellationToken, ReadOnlySpan{XmlRpcValue})"/>
    public Task<XmlRpcResult<XmlRpcValue>> TryCallAsync(
        string method, CancellationToken cancellationToken, params ReadOnlySpan<XmlRpcValue> arguments) =>
        TryCallAsync<XmlRpcValue>(method, Options(cancellationToken), arguments);

    /// <inheritdoc cref="TryCallAsync{T}(string, XmlRpcCallOptions, ReadOnlySpan{XmlRpcValue})"/>
    public Task<XmlRpcResult<XmlRpcValue>> TryCallAsync(
        string method, XmlRpcCallOptions options, params ReadOnlySpan<XmlRpcValue> arguments) =>
        TryCallAsync<XmlRpcValue>(method, options, arguments);
}
