using System.Runtime.CompilerServices;

namespace Nearcall;

public sealed partial class XmlRpcClient
{
    /// <summary>
    /// Calls a procedure and reads the items of the array that is its result while they arrive. Each enumeration is a call of its own,
    /// made when it begins.
    /// </summary>
    /// <typeparam name="T">The type of the items, as for <see cref="CallAsync{T}(string, ReadOnlySpan{XmlRpcValue})"/>.</typeparam>
    /// <param name="method">The name of the procedure.</param>
    /// <param name="arguments">Its arguments. They are encoded when an enumeration begins.</param>
    /// <returns>The items. What goes wrong is thrown while they are enumerated, as in the other form of this method.</returns>
    /// <exception cref="NotSupportedException">No converter is known for <typeparamref name="T"/>; thrown at once.</exception>
    /// <exception cref="ArgumentException"><paramref name="method"/> is null or empty; thrown at once.</exception>
    public IAsyncEnumerable<T> StreamAsync<T>(string method, params ReadOnlySpan<XmlRpcValue> arguments) =>
        StreamAsync<T>(method, XmlRpcCallOptions.None, arguments);

    /// <inheritdoc cref="StreamAsync{T}(string, ReadOnlySpan{XmlRpcValue})"/>
    /// <param name="method">The name of the procedure.</param>
    /// <param name="cancellationToken">Ends the call early. The server may have run it all the same.</param>
    /// <param name="arguments">Its arguments. They are encoded when an enumeration begins.</param>
    public IAsyncEnumerable<T> StreamAsync<T>(
        string method, CancellationToken cancellationToken, params ReadOnlySpan<XmlRpcValue> arguments) =>
        StreamAsync<T>(method, Options(cancellationToken), arguments);

    /// <inheritdoc cref="StreamAsync{T}(string, ReadOnlySpan{XmlRpcValue})"/>
    /// <param name="method">The name of the procedure.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="arguments">Its arguments. They are encoded when an enumeration begins.</param>
    public IAsyncEnumerable<T> StreamAsync<T>(string method, XmlRpcCallOptions options, params ReadOnlySpan<XmlRpcValue> arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentNullException.ThrowIfNull(options);
        return ReadItemsAsync(method, options, arguments.ToArray(), XmlRpcConverter.For<T>(), options.CancellationToken);
    }

    private async IAsyncEnumerable<T> ReadItemsAsync<T>(
        string method,
        XmlRpcCallOptions options,
        XmlRpcValue[] arguments,
        XmlRpcConverter<T> converter,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var terms = CallTerms.Of(method, options) with { CancellationToken = cancellationToken };
        using var answer = await OpenAnswerAsync(terms, Encode(method, arguments)).ConfigureAwait(false);
        if (answer.Fault is { } fault)
        {
            throw new XmlRpcFaultException(fault);
        }

        await answer.ReadStartArrayAsync().ConfigureAwait(false);
        while (await answer.ReadNextItemAsync().ConfigureAwait(false))
        {
            yield return answer.ReadItem(converter);
        }
    }
}
