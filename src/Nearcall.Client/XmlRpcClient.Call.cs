using System.Diagnostics;

namespace Nearcall;

public sealed partial class XmlRpcClient
{
    /// <summary>
    /// Calls a procedure on this thread, which waits for the network itself: no task, no other thread. Over HTTP/1.1, whatever
    /// <see cref="XmlRpcClientOptions.HttpVersion"/> says.
    /// </summary>
    /// <typeparam name="T">The type of the result, as for <see cref="CallAsync{T}(string, ReadOnlySpan{XmlRpcValue})"/>.</typeparam>
    /// <param name="method">The name of the procedure.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">
    /// The call could skip a handler of the <see cref="HttpClient"/> in use: see <see cref="XmlRpcClientOptions.AllowSynchronousCalls"/>.
    /// </exception>
    /// <exception cref="XmlRpcFaultException">The server answered with a fault.</exception>
    /// <exception cref="XmlRpcFormatException">An argument cannot be written, or the answer cannot be read.</exception>
    /// <exception cref="XmlRpcTransportException">No answer came, or one that is no message.</exception>
    /// <exception cref="TimeoutException">The time-out of the client passed.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed, before the call or while it was under way.</exception>
    public T Call<T>(string method, params ReadOnlySpan<XmlRpcValue> arguments) =>
        TryCall<T>(method, XmlRpcCallOptions.None, arguments).Value;

    /// <inheritdoc cref="Call{T}(string, ReadOnlySpan{XmlRpcValue})"/>
    /// <param name="method">The name of the procedure.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled; the exception carries it.</exception>
    public T Call<T>(string method, XmlRpcCallOptions options, params ReadOnlySpan<XmlRpcValue> arguments) =>
        TryCall<T>(method, options, arguments).Value;

    /// <inheritdoc cref="Call{T}(string, ReadOnlySpan{XmlRpcValue})"/>
    public XmlRpcValue Call(string method, params ReadOnlySpan<XmlRpcValue> arguments) =>
        TryCall<XmlRpcValue>(method, XmlRpcCallOptions.None, arguments).Value;

    /// <inheritdoc cref="Call{T}(string, XmlRpcCallOptions, ReadOnlySpan{XmlRpcValue})"/>
    public XmlRpcValue Call(string method, XmlRpcCallOptions options, params ReadOnlySpan<XmlRpcValue> arguments) =>
        TryCall<XmlRpcValue>(method, options, arguments).Value;

    /// <summary>
    /// Calls a procedure on this thread and gives its result or its fault as data. Whatever else goes wrong is still thrown, as
    /// <see cref="Call{T}(string, ReadOnlySpan{XmlRpcValue})"/> does.
    /// </summary>
    /// <typeparam name="T">The type of the result, as for <see cref="CallAsync{T}(string, ReadOnlySpan{XmlRpcValue})"/>.</typeparam>
    /// <param name="method">The name of the procedure.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The result or the fault.</returns>
    public XmlRpcResult<T> TryCall<T>(string method, params ReadOnlySpan<XmlRpcValue> arguments) =>
        TryCall<T>(method, XmlRpcCallOptions.None, arguments);

    /// <inheritdoc cref="TryCall{T}(string, ReadOnlySpan{XmlRpcValue})"/>
    /// <param name="method">The name of the procedure.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="arguments">Its arguments.</param>
    public XmlRpcResult<T> TryCall<T>(string method, XmlRpcCallOptions options, params ReadOnlySpan<XmlRpcValue> arguments)
    {
        ArgumentNullException.ThrowIfNull(options);
        var converter = XmlRpcConverter.For<T>();
        _http.ThrowIfNotSynchronous();
        return Completed(InvokeAsync(async: false, CallTerms.Of(method, options), Encode(method, arguments), converter));
    }

    /// <inheritdoc cref="TryCall{T}(string, ReadOnlySpan{XmlRpcValue})"/>
    public XmlRpcResult<XmlRpcValue> TryCall(string method, params ReadOnlySpan<XmlRpcValue> arguments) =>
        TryCall<XmlRpcValue>(method, XmlRpcCallOptions.None, arguments);

    /// <inheritdoc cref="TryCall{T}(string, XmlRpcCallOptions, ReadOnlySpan{XmlRpcValue})"/>
    public XmlRpcResult<XmlRpcValue> TryCall(string method, XmlRpcCallOptions options, params ReadOnlySpan<XmlRpcValue> arguments) =>
        TryCall<XmlRpcValue>(method, options, arguments);

    /// <summary>Takes the outcome of something that never waited. It is over, so nothing blocks here.</summary>
    internal static T Completed<T>(ValueTask<T> outcome)
    {
        Debug.Assert(outcome.IsCompleted, "A synchronous call waited for a task.");
        return outcome.GetAwaiter().GetResult();
    }
}
