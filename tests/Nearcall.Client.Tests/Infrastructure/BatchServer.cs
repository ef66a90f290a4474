using System.Threading.Channels;

namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>Keeps every request until a test answers it, or does with it what the test said before.</summary>
internal sealed class BatchServer(Action<BatchRequest>? answer = null) : HttpMessageHandler
{
    private readonly Channel<BatchRequest> _waiting = Channel.CreateUnbounded<BatchRequest>();
    private readonly List<BatchRequest> _requests = [];

    /// <summary>All requests, in the order in which they came.</summary>
    public IReadOnlyList<BatchRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>A client that gathers while one request is on its way, for as long as that takes.</summary>
    public XmlRpcClient Client(Func<XmlRpcBatchingOptions, XmlRpcBatchingOptions>? batching = null, Action<XmlRpcClientOptions>? more = null)
    {
        var patient = new XmlRpcBatchingOptions { MaxInFlight = 1, MaxWait = Timeout.InfiniteTimeSpan };
        var options = new XmlRpcClientOptions { Batching = batching?.Invoke(patient) ?? patient };
        more?.Invoke(options);
        return new XmlRpcClient(new HttpClient(this) { Timeout = Timeout.InfiniteTimeSpan }, new Uri("http://host/"), options);
    }

    public async Task<BatchRequest> NextAsync() => await _waiting.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Calls once and keeps the request, so that what is called from here on gathers.</summary>
    public async Task<BatchRequest> HoldAsync(XmlRpcClient client)
    {
        _ = client.TryCallAsync("hold");
        return await NextAsync();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsByteArrayAsync(CancellationToken.None);
        var isIdempotent = request.Options.TryGetValue(XmlRpcClient.IdempotentKey, out var isMarked) && isMarked;
        var waiting = new BatchRequest(body, isIdempotent, cancellationToken);
        lock (_requests)
        {
            _requests.Add(waiting);
        }

        if (answer is not null)
        {
            // As over a network: the caller has gone on when the answer comes.
            await Task.Yield();
            answer(waiting);
        }
        else
        {
            _waiting.Writer.TryWrite(waiting);
        }

        return await waiting.Reply.WaitAsync(cancellationToken);
    }
}
