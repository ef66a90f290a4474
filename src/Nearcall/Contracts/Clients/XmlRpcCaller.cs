using System.Diagnostics;

namespace Nearcall;

/// <summary>
/// Makes calls. A contract needs no more than this of a client, so that an assembly of contracts refers to <c>Nearcall</c> alone.
/// </summary>
/// <remarks>
/// <para>The members that take an <see cref="XmlRpcClientMethod{TArguments, TResult}"/> are for generated code. A call through them ends
/// as every call of the client does, or in the exception that <see cref="XmlRpcFaultAttribute"/> maps its fault to.</para>
/// <para>Safe for use by many threads at once.</para>
/// </remarks>
public abstract class XmlRpcCaller
{
    private protected XmlRpcCaller()
    {
    }

    /// <summary>Gives an implementation of a contract whose methods are calls to the server.</summary>
    /// <typeparam name="TContract">An interface with <see cref="XmlRpcServiceAttribute"/>.</typeparam>
    /// <returns>The implementation; safe for use by many threads at once, and of use as long as this is.</returns>
    public TContract As<TContract>()
        where TContract : class, IXmlRpcClientContract<TContract> => TContract.CreateClient(this);

    /// <summary>Calls on this thread, which waits for the network itself.</summary>
    /// <typeparam name="TArguments">The arguments together.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="method">The procedure.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Ends the call early. The server may have run it all the same.</param>
    /// <returns>The result.</returns>
    public TResult Call<TArguments, TResult>(
        XmlRpcClientMethod<TArguments, TResult> method, TArguments arguments, CancellationToken cancellationToken = default) =>
        method.ValueOf(TryCall(method, arguments, cancellationToken));

    /// <summary>Calls on this thread, and gives the result or the fault as data.</summary>
    /// <inheritdoc cref="Call{TArguments, TResult}"/>
    /// <returns>The result or the fault.</returns>
    public XmlRpcResult<TResult> TryCall<TArguments, TResult>(
        XmlRpcClientMethod<TArguments, TResult> method, TArguments arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        var outcome = InvokeAsync(async: false, method, arguments, cancellationToken);
        Debug.Assert(outcome.IsCompleted, "A synchronous call waited for a task.");
        return outcome.GetAwaiter().GetResult();
    }

    /// <summary>Calls. The arguments are written before this method returns, but for a stream.</summary>
    /// <inheritdoc cref="Call{TArguments, TResult}"/>
    /// <returns>A task that ends with the result.</returns>
    public Task<TResult> CallAsync<TArguments, TResult>(
        XmlRpcClientMethod<TArguments, TResult> method, TArguments arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        return ValueAsync(method, InvokeAsync(async: true, method, arguments, cancellationToken));
    }

    /// <summary>Calls, and gives the result or the fault as data. The arguments are written before this method returns, but for a stream.</summary>
    /// <inheritdoc cref="Call{TArguments, TResult}"/>
    /// <returns>A task that ends with the result or the fault.</returns>
    public Task<XmlRpcResult<TResult>> TryCallAsync<TArguments, TResult>(
        XmlRpcClientMethod<TArguments, TResult> method, TArguments arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        return InvokeAsync(async: true, method, arguments, cancellationToken).AsTask();
    }

    /// <summary>
    /// Calls, and reads the items of the array that is the result while they arrive. Each enumeration is a call of its own, made when
    /// it begins.
    /// </summary>
    /// <typeparam name="TArguments">The arguments together.</typeparam>
    /// <typeparam name="TItem">The type of the items.</typeparam>
    /// <param name="method">The procedure; its result converter reads an item.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Ends the call early. The server may have run it all the same.</param>
    /// <returns>The items.</returns>
    public abstract IAsyncEnumerable<TItem> StreamAsync<TArguments, TItem>(
        XmlRpcClientMethod<TArguments, TItem> method, TArguments arguments, CancellationToken cancellationToken = default);

    /// <summary>Calls, and gives the base64 that is the result as a stream that is read while it arrives.</summary>
    /// <typeparam name="TArguments">The arguments together.</typeparam>
    /// <param name="method">The procedure; its result converter is not used, <see cref="XmlRpcConverter.Ignored"/> will do.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Ends the call early, the reading of the stream included.</param>
    /// <returns>The stream. Disposing it ends the call.</returns>
    public abstract Task<Stream> OpenStreamAsync<TArguments>(
        XmlRpcClientMethod<TArguments, object?> method, TArguments arguments, CancellationToken cancellationToken = default);

    /// <summary>Writes the call, then sends it. Without <paramref name="async"/> the task is over when it is given.</summary>
    internal abstract ValueTask<XmlRpcResult<TResult>> InvokeAsync<TArguments, TResult>(
        bool async, XmlRpcClientMethod<TArguments, TResult> method, in TArguments arguments, CancellationToken cancellationToken);

    private static async Task<TResult> ValueAsync<TArguments, TResult>(
        XmlRpcClientMethod<TArguments, TResult> method, ValueTask<XmlRpcResult<TResult>> outcome) =>
        method.ValueOf(await outcome.ConfigureAwait(false));
}
