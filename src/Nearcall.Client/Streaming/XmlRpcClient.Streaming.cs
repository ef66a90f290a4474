using System.Runtime.CompilerServices;

namespace Nearcall;

public sealed partial class XmlRpcClient
{
    /// <inheritdoc/>
    /// <remarks>
    /// <para>The time-out of the call covers what comes before the first item, and from then on each wait for more of the answer: a long
    /// answer may take as long as it likes, a silent server may not. Ending the enumeration early ends the exchange.</para>
    /// <para>A fault is thrown before the first item. When the connection is lost among the items,
    /// <see cref="XmlRpcTransportException.ReceivedItems"/> says how many had come. Each item is bounded by
    /// <see cref="XmlRpcLimits.MaxBytes"/>, the whole by <see cref="XmlRpcLimits.MaxStreamedBytes"/>.</para>
    /// </remarks>
    public override IAsyncEnumerable<TItem> StreamAsync<TArguments, TItem>(
        XmlRpcClientMethod<TArguments, TItem> method, TArguments arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        return ReadItemsAsync(method, arguments, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// <para>The stream is read once, forward. Read it to its end: what is wrong behind the octets is thrown by the read that reaches it. A
    /// synchronous read waits for the network on its own thread.</para>
    /// <para>The time-out of the call covers what comes before the first octet, and from then on each wait for more of the answer.</para>
    /// </remarks>
    public override Task<Stream> OpenStreamAsync<TArguments>(
        XmlRpcClientMethod<TArguments, object?> method, TArguments arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        return OpenStreamAsync(method, CallTerms.Of(method, cancellationToken), Encode(method, in arguments));
    }

    private async Task<Stream> OpenStreamAsync<TArguments>(
        XmlRpcClientMethod<TArguments, object?> method, CallTerms terms, CallContent content)
    {
        var answer = await OpenAnswerAsync(terms, content).ConfigureAwait(false);
        try
        {
            ThrowIfFault(answer, method);
            await answer.ReadStartBase64Async().ConfigureAwait(false);
            return new AnswerStream(answer);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private async IAsyncEnumerable<TItem> ReadItemsAsync<TArguments, TItem>(
        XmlRpcClientMethod<TArguments, TItem> method, TArguments arguments, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var content = Encode(method, in arguments);
        using var answer = await OpenAnswerAsync(CallTerms.Of(method, cancellationToken), content).ConfigureAwait(false);
        ThrowIfFault(answer, method);
        await answer.ReadStartArrayAsync().ConfigureAwait(false);
        while (await answer.ReadNextItemAsync().ConfigureAwait(false))
        {
            yield return answer.ReadItem(method.Result);
        }
    }

    private static void ThrowIfFault<TArguments, TResult>(StreamedAnswer answer, XmlRpcClientMethod<TArguments, TResult> method)
    {
        if (answer.Fault is { } fault)
        {
            method.ValueOf(new XmlRpcResult<TResult>(fault));
        }
    }

    /// <summary>Sends a call, as often as it takes, until the head of an answer has come. Disposes the content, at last with the answer.</summary>
    private async ValueTask<StreamedAnswer> OpenAnswerAsync(CallTerms terms, CallContent content)
    {
        var diagnostics = ClientDiagnostics.Start(terms.Method, _settings);
        CallDeadline? deadline = null;
        try
        {
            var sender = _http.Sender;
            deadline = StartDeadline(sender, terms);
            var attempts = new CallAttempts(_settings, terms.IsIdempotent);
            var first = _settings.Endpoints.CurrentIndex;
            while (true)
            {
                TimeSpan wait;
                Exception failure;
                attempts.Start(content, deadline);
                try
                {
                    var answer = await _exchange.SendAsync<StreamedAnswer>(
                        async: true, sender, content, terms, deadline, first++, StreamedAnswer.OpenAsync).ConfigureAwait(false);
                    answer.Own(content, diagnostics);
                    return answer;
                }
                catch (Exception e) when (CallAttempts.IsFailure(e, deadline))
                {
                    wait = attempts.WaitAfter(e, content, deadline);
                    failure = e;
                }

                await deadline.WaitAsync(async: true, wait, _settings.Endpoints.Current, failure).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            diagnostics.Stop(e);
            content.Dispose();
            deadline?.Dispose();
            throw;
        }
    }
}
