using System.Net;
using System.Runtime.CompilerServices;

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
        bool async, HttpClient client, CallContent content, CallTerms terms, CallDeadline deadline, int first) =>
        SendAsync(async, client, content, terms, deadline, first, Gather);

    /// <summary>Sends a call and does with its answer what <paramref name="open"/> does.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TAnswer> SendAsync<TAnswer>(
        bool async,
        HttpClient client,
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

        for (var attempt = 0; ; attempt++)
        {
            var endpoint = endpoints[first + attempt];
            try
            {
                var answer = await SendToAsync(async, client, endpoint, content, terms, deadline, open).ConfigureAwait(false);
                endpoints.StayWith(first + attempt);
                return answer;
            }
            catch (XmlRpcTransportException e) when (e.WasNotSent && !deadline.IsOver && endpoints.Count > 1)
            {
                // Nothing of the call left this process: the next address may have it.
                if (attempt + 1 == endpoints.Count)
                {
                    throw new XmlRpcTransportException($"None of {endpoints.Count} addresses can be reached. The last: {e.Message}", e)
                    {
                        Endpoint = e.Endpoint,
                        WasNotSent = true,
                    };
                }
            }
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TAnswer> SendToAsync<TAnswer>(
        bool async,
        HttpClient client,
        ClientEndpoint endpoint,
        CallContent content,
        CallTerms terms,
        CallDeadline deadline,
        AnswerOpening<TAnswer> open)
    {
        for (var redirects = 0; ; redirects++)
        {
            var response = await SendOnceAsync(async, client, endpoint, content, terms, deadline).ConfigureAwait(false);
            var isOpened = false;
            try
            {
                if (!Redirects.IsRedirect(response.StatusCode))
                {
                    Redirects.ThrowIfNoPost(endpoint, response);
                    isOpened = true;
                    return await open(async, endpoint, response, deadline, settings).ConfigureAwait(false);
                }

                endpoint = Redirects.Follow(endpoint, response, content, redirects < settings.MaxRedirects);
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

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<HttpResponseMessage> SendOnceAsync(
        bool async, HttpClient client, ClientEndpoint endpoint, CallContent content, CallTerms terms, CallDeadline deadline)
    {
        var request = CreateRequest(async, client, endpoint, content, terms);
        try
        {
            return async
                ? await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false)
                : client.Send(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
        }
        catch (Exception) when (content.OwnFailure is { } failure)
        {
            failure.Throw();
            throw;
        }
        catch (Exception e) when (TransportFailures.OfSending(e, endpoint, content, deadline) is { } failure)
        {
            throw failure;
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

    private HttpRequestMessage CreateRequest(
        bool async, HttpClient client, ClientEndpoint endpoint, CallContent content, CallTerms terms)
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
        if (settings.UserAgent is not null || !client.DefaultRequestHeaders.NonValidated.Contains("User-Agent"))
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
