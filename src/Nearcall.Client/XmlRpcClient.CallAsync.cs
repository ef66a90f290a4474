namespace Nearcall;

public sealed partial class XmlRpcClient
{
    /// <summary>Calls a procedure and reads its result straight into a type.</summary>
    /// <typeparam name="T">
    /// The type of the result: a scalar, <see cref="XmlRpcValue"/>, arrays, lists and string dictionaries of these, and every type
    /// that has an <see cref="XmlRpcConverter{T}"/>.
    /// </typeparam>
    /// <param name="method">The name of the procedure.</param>
    /// <param name="arguments">Its arguments. They are encoded before this method returns.</param>
    /// <returns>The result.</returns>
    /// <exception cref="NotSupportedException">No converter is known for <typeparamref name="T"/>; thrown at once.</exception>
    /// <exception cref="ArgumentException"><paramref name="method"/> is null or empty; thrown at once.</exception>
    /// <exception cref="XmlRpcFaultException">The server answered with a fault.</exception>
    /// <exception cref="XmlRpcFormatException">
    /// An argument cannot be written (thrown at once), or the answer cannot be read, or not as a <typeparamref name="T"/>.
    /// </exception>
    /// <exception cref="XmlRpcTransportException">No answer came, or one that is no message.</exception>
    /// <exception cref="TimeoutException">The time-out of the client passed.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed, before the call or while it was under way.</exception>
    public Task<T> CallAsync<T>(string method, params ReadOnlySpan<XmlRpcValue> arguments) =>
        CallAsync<T>(method, XmlRpcCallOptions.None, arguments);

    /// <inheritdoc cref="CallAsync{T}(string, ReadOnlySpan{XmlRpcValue})"/>
    /// <param name="method">The name of the procedure.</param>
    /// <param name="cancellationToken">Ends the call early. The server may have run it all the same.</param>
    /// <param name="arguments">Its arguments. They are encoded before this method returns.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled; the exception carries it.</exception>
    public Task<T> CallAsync<T>(string method, CancellationToken cancellationToken, params ReadOnlySpan<XmlRpcValue> arguments) =>
        CallAsync<T>(method, Options(cancellationToken), arguments);

    /// <inheritdoc cref="CallAsync{T}(string, ReadOnlySpan{XmlRpcValue})"/>
    /// <param name="method">The name of the procedure.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="arguments">Its arguments. They are encoded before this method returns.</param>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled; the exception carries it.</exception>
    public Task<T> CallAsync<T>(string method, XmlRpcCallOptions options, params ReadOnlySpan<XmlRpcValue> arguments)
    {
        ArgumentNullException.ThrowIfNull(options);
        var converter = XmlRpcConverter.For<T>();
        return ValueAsync(InvokeAsync(CallTerms.Of(method, options), arguments, converter));
    }

    /// <summary>Calls a procedure and reads its result as a value of whatever kind it has.</summary>
    /// <inheritdoc cref="CallAsync{T}(string, ReadOnlySpan{XmlRpcValue})"/>
    public Task<XmlRpcValue> CallAsync(string method, params ReadOnlySpan<XmlRpcValue> arguments) =>
        CallAsync<XmlRpcValue>(method, XmlRpcCallOptions.None, arguments);

    /// <summary>Calls a procedure and reads its result as a value of whatever kind it has.</summary>
    /// <inheritdoc cref="CallAsync{T}(string, CancellationToken, ReadOnlySpan{XmlRpcValue})"/>
    public Task<XmlRpcValue> CallAsync(string method, CancellationToken cancellationToken, params ReadOnlySpan<XmlRpcValue> arguments) =>
        CallAsync<XmlRpcValue>(method, Options(cancellationToken), arguments);

    /// <summary>Calls a procedure and reads its result as a value of whatever kind it has.</summary>
    /// <inheritdoc cref="CallAsync{T}(string, XmlRpcCallOptions, ReadOnlySpan{XmlRpcValue})"/>
    public Task<XmlRpcValue> CallAsync(string method, XmlRpcCallOptions options, params ReadOnlySpan<XmlRpcValue> arguments) =>
        CallAsync<XmlRpcValue>(method, options, arguments);

    private static XmlRpcCallOptions Options(CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled ? new XmlRpcCallOptions { CancellationToken = cancellationToken } : XmlRpcCallOptions.None;

    private static async Task<T> ValueAsync<T>(ValueTask<XmlRpcResult<T>> result) => (await result.ConfigureAwait(false)).Value;
}
