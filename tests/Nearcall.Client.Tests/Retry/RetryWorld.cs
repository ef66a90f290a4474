using Nearcall.Client.Tests.Contracts;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests.Retry;

/// <summary>A client that tries again, over a server that follows a script, with a clock that passes over the waits between attempts.</summary>
internal sealed class RetryWorld : IDisposable
{
    private readonly HttpClient _http;

    public RetryWorld(XmlRpcRetryOptions? retry, TimeSpan timeout, params ReadOnlySpan<ScriptedHandler.Step> script)
        : this(retry, timeout, new ManualClock { Patience = TimeSpan.FromSeconds(20) }, script)
    {
    }

    public RetryWorld(XmlRpcRetryOptions? retry, TimeSpan timeout, ManualClock clock, params ReadOnlySpan<ScriptedHandler.Step> script)
    {
        Clock = clock;
        Handler = new ScriptedHandler([.. script]);
        _http = new HttpClient(Handler) { Timeout = Timeout.InfiniteTimeSpan };
        Client = new XmlRpcClient(_http, new Uri("http://host/"), new XmlRpcClientOptions
        {
            Retry = retry,
            Timeout = timeout,
            TimeProvider = Clock,
            AllowSynchronousCalls = true,
        });
    }

    public RetryWorld(params ReadOnlySpan<ScriptedHandler.Step> script)
        : this(NoJitter, TimeSpan.FromSeconds(100), script)
    {
    }

    /// <summary>Three attempts, waits of 0.2 and 0.4 s.</summary>
    public static XmlRpcRetryOptions NoJitter { get; } = new() { Random = new FixedRandom(0) };

    public static XmlRpcCallOptions Idempotent { get; } = new() { Idempotent = true };

    public ManualClock Clock { get; }

    public ScriptedHandler Handler { get; }

    public XmlRpcClient Client { get; }

    public ICalculator Calculator => Client.As<ICalculator>();

    public int Attempts => Handler.Requests.Count;

    public static Task<int> CallAsync(XmlRpcClient client, bool async, string method, XmlRpcCallOptions options) =>
        async ? client.CallAsync<int>(method, options) : Task.FromResult(client.Call<int>(method, options));

    public Task<int> CallAsync(bool async = true, string method = "m") => CallAsync(Client, async, method, new XmlRpcCallOptions());

    public Task<int> CallIdempotentAsync(bool async = true) => CallAsync(Client, async, "m", Idempotent);

    public Task<XmlRpcTransportException> FailAsync(bool async = true) =>
        Assert.ThrowsAsync<XmlRpcTransportException>(() => CallAsync(async));

    public Task<XmlRpcTransportException> FailIdempotentAsync(bool async = true) =>
        Assert.ThrowsAsync<XmlRpcTransportException>(() => CallIdempotentAsync(async));

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
    }
}
