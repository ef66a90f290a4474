using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Nearcall;

/// <summary>
/// Gets one call answered: tries the addresses in turn, follows the redirects that are safe to follow, reads the body. With
/// <c>async</c> off nothing in it ever waits for a task. The state of its methods is pooled: each task is awaited once, at once.
/// </summary>
internal sealed class HttpExchange(ClientSettings settings, bool isOwnPipeline)
{
    private static readonly AnswerOpening<HttpAnswer> Gather = GatherAsync;

    /// <summary>Sends a call and reads its whole answer.</summary>
    public ValueTask<HttpAnswer> SendAsync(
        bool async, HttpMessageInvoker sender, CallContent content, CallTerms terms, CallDeadline deadline, int first) =>
        SendAsync(async, sender, content, terms, deadline, first, Gather);

    /// <summary>
    /// Sends a call and does with its answer what <paramref name="open"/> does. One method for the whole way: each more that awaits costs
    /// a call as much as writing its request.
    /// </summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TAnswer> SendAsync<TAnswer>(
        bool async,
        HttpMessageInvoker sender,
        CallContent content,
        CallTerms terms,
        CallDeadline deadline,
        int first,
        AnswerOpening<TAnswer> open)
    {
        var endpoints = settings.Endpoints;
        if (deadline.IsOver)
        {
            throw deadline.ToException(endpoints.Current, cause: null);
        }

        var attempt = 0;
        var redirects = 0;
        var endpoint = endpoints[first];
        while (true)
        {
            HttpResponseMessage response;
            var request = CreateRequest(async, sender as HttpClient, endpoint, content, terms);
            try
            {
                response = async
                    ? await SendRequestAsync(sender, request, deadline.Token).ConfigureAwait(false)
                    : SendRequest(sender, request, deadline.Token);
            }
            catch (Exception e)
            {
                ThrowIfLast(e, endpoint, request, content, deadline, ++attempt);
                redirects = 0;
                endpoint = endpoints[first + attempt];
                continue;
            }

            var isOpened = false;
            try
            {
                if (!Redirects.IsRedirect(response.StatusCode))
                {
                    Redirects.ThrowIfNoPost(endpoint, response);
                    isOpened = true;
                    var answer = await open(async, endpoint, response, deadline, settings).ConfigureAwait(false);
                    endpoints.StayWith(first + attempt);
                    return answer;
                }

                endpoint = Redirects.Follow(endpoint, response, content, redirects++ < settings.MaxRedirects);
            }
            finally
            {
                if (!isOpened)
                {
                    response.Dispose();
                }
            }
        }
    }

    /// <summary>Throws what stopped a request, unless nothing of the call left this process: then the next address may have it.</summary>
    private void ThrowIfLast(
        Exception exception, ClientEndpoint endpoint, HttpRequestMessage request, CallContent content, CallDeadline deadline, int attempts)
    {
        content.OwnFailure?.Throw();
        var failure = TransportFailures.OfSending(exception, endpoint, request, content, deadline) ?? exception;
        var unsent = failure as XmlRpcTransportException;
        if (unsent is not { WasNotSent: true } || deadline.IsOver || settings.Endpoints.Count == 1)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (attempts == settings.Endpoints.Count)
        {
            throw new XmlRpcTransportException($"None of {attempts} addresses can be reached. The last: {unsent.Message}", unsent)
            {
                Endpoint = unsent.Endpoint,
                WasNotSent = true,
            };
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<HttpAnswer> GatherAsync(
        bool async, ClientEndpoint endpoint, HttpResponseMessage response, CallDeadline deadline, ClientSettings settings)
    {
        using var ownedResponse = response;

        // A synchronous read of a stream takes no token: closing the answer under it is what ends it.
        using var onEnd = async
            ? default
            : deadline.Token.UnsafeRegister(static answer => ((HttpResponseMessage)answer!).Dispose(), response);
        PooledBuffer body;
        try
        {
            body = await BodyReader.ReadAsync(async, response.Content, settings.AnswerBuffers, settings.Limits, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (TransportFailures.OfReading(e, endpoint, deadline) is { } failure)
        {
            throw failure;
        }

        return HttpAnswer.Create(endpoint, response, body, settings);
    }

    private static Task<HttpResponseMessage> SendRequestAsync(HttpMessageInvoker sender, HttpRequestMessage request, CancellationToken token) =>
        sender is HttpClient client
            ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token)
            : sender.SendAsync(request, token);

    private static HttpResponseMessage SendRequest(HttpMessageInvoker sender, HttpRequestMessage request, CancellationToken token) =>
        sender is HttpClient client
            ? client.Send(request, HttpCompletionOption.ResponseHeadersRead, token)
            : sender.Send(request, token);

    private HttpRequestMessage CreateRequest(
        bool async, HttpClient? client, ClientEndpoint endpoint, CallContent content, CallTerms terms)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Uri)
        {
            Content = content,
            // The framework's synchronous calls know HTTP/1.1 alone.
            Version = async ? settings.HttpVersion : HttpVersion.Version11,
            VersionPolicy = async ? settings.HttpVersionPolicy : HttpVersionPolicy.RequestVersionOrLower,
        };
        if (terms.IsIdempotent && !isOwnPipeline)
        {
            request.Options.Set(XmlRpcClient.IdempotentKey, true);
        }

        var headers = request.Headers;
        if (endpoint.Authorization is { } authorization)
        {
            headers.Authorization = authorization;
        }

        headers.TryAddWithoutValidation("Accept-Encoding", ContentDecoder.Accepted);
        if (settings.UserAgent is not null || client is null || !client.DefaultRequestHeaders.NonValidated.Contains("User-Agent"))
        {
            headers.TryAddWithoutValidation("User-Agent", settings.UserAgent ?? ClientSettings.DefaultUserAgent);
        }

        if (settings.SendChunked)
        {
            headers.TransferEncodingChunked = true;
        }

        foreach (var (name, value) in settings.Headers)
        {
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, value);
        }

        if (terms.Headers.Count > 0)
        {
            foreach (var (name, value) in terms.Headers)
            {
                headers.Remove(name);
                headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }
}
