using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>
/// Calls the procedures of one XML-RPC server. Make one for a server and share it: every member may be used by many threads at
/// once, and connections are kept alive between calls.
/// </summary>
/// <remarks>
/// <para>A call ends in its result or in exactly one of these: <see cref="XmlRpcFaultException"/> (the server answered with a
/// fault), <see cref="XmlRpcFormatException"/> (the call cannot be written or the answer cannot be read),
/// <see cref="XmlRpcTransportException"/> (HTTP, sockets, TLS), <see cref="TimeoutException"/>,
/// <see cref="OperationCanceledException"/> with the caller's token, <see cref="ObjectDisposedException"/>.</para>
/// <para>A call is sent once, unless <see cref="XmlRpcClientOptions.Retry"/> says otherwise. It goes to another address only where it
/// surely was not sent.</para>
/// </remarks>
public sealed partial class XmlRpcClient : XmlRpcCaller, IDisposable
{
    // Never disposed: it holds no timer, and calls that start while the client closes may still look at its token.
    private readonly CancellationTokenSource _closing = new();
    private readonly ClientHttp _http;
    private readonly ClientSettings _settings;
    private readonly HttpExchange _exchange;
    private readonly CallBatcher? _batcher;

    // The deadlines of calls that are over, for the next ones: their timers are the largest things that calls would allocate.
    private readonly Shelf<CallDeadline> _spareDeadlines = new();

    /// <summary>Makes a client with connections of its own.</summary>
    /// <param name="url">
    /// The address, for example <c>http://localhost:8000/RPC2</c>. No path is added to it (R02). User info becomes basic
    /// authentication.
    /// </param>
    /// <param name="options">How to call; null for the defaults.</param>
    /// <exception cref="ArgumentException">The address is no absolute http or https address, or an option cannot be used.</exception>
    public XmlRpcClient(string url, XmlRpcClientOptions? options = null)
        : this(ParseUrl(url), options)
    {
    }

    /// <summary>Makes a client with connections of its own.</summary>
    /// <param name="url">The address. No path is added to it (R02). User info becomes basic authentication.</param>
    /// <param name="options">How to call; null for the defaults.</param>
    /// <exception cref="ArgumentException">The address is no absolute http or https address, or an option cannot be used.</exception>
    public XmlRpcClient(Uri url, XmlRpcClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(url);
        options ??= new XmlRpcClientOptions();
        _settings = new ClientSettings(options, url, baseAddress: null, isHttpOnly: true);
        _http = new OwnHttp(options);
        _exchange = ExchangeFor(_settings);
        _batcher = CreateBatcher(options, _http.Sender);
        Introspection = new XmlRpcIntrospection(this);
    }

    /// <summary>
    /// Makes a client that calls through an <see cref="HttpClient"/>, with its handlers, default headers and time-out. It is
    /// neither changed nor disposed.
    /// </summary>
    /// <param name="httpClient">What to call through.</param>
    /// <param name="options">
    /// How to call; null for the defaults. Without <see cref="XmlRpcClientOptions.Endpoint"/> the address is
    /// <see cref="HttpClient.BaseAddress"/>.
    /// </param>
    /// <exception cref="ArgumentException">There is no address, or an option cannot be used.</exception>
    public XmlRpcClient(HttpClient httpClient, XmlRpcClientOptions? options = null)
        : this(httpClient, url: null, options)
    {
    }

    /// <summary>
    /// Makes a client that calls through an <see cref="HttpClient"/>, with its handlers, default headers and time-out. It is
    /// neither changed nor disposed.
    /// </summary>
    /// <param name="httpClient">What to call through.</param>
    /// <param name="url">
    /// The address: absolute, or relative to <see cref="HttpClient.BaseAddress"/>. Null for
    /// <see cref="XmlRpcClientOptions.Endpoint"/> or the base address itself.
    /// </param>
    /// <param name="options">How to call; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no address, or an option cannot be used.</exception>
    public XmlRpcClient(HttpClient httpClient, Uri? url, XmlRpcClientOptions? options = null)
        : this(
            new BorrowedHttp(httpClient ?? throw new ArgumentNullException(nameof(httpClient)), options?.AllowSynchronousCalls ?? false),
            url,
            options ?? new XmlRpcClientOptions())
    {
    }

    internal XmlRpcClient(ClientHttp http, Uri? url, XmlRpcClientOptions options)
    {
        var sender = http.Sender;
        _settings = new ClientSettings(options, url, (sender as HttpClient)?.BaseAddress, isHttpOnly: false);
        _http = http;
        _exchange = ExchangeFor(_settings);
        _batcher = CreateBatcher(options, sender);
        Introspection = new XmlRpcIntrospection(this);
    }

    /// <summary>
    /// Marks the HTTP requests of idempotent calls in <see cref="HttpRequestMessage.Options"/>, for a handler that tries again by itself:
    /// every call is a POST, so the method tells it nothing. Requests of other calls have no such entry.
    /// </summary>
    public static HttpRequestOptionsKey<bool> IdempotentKey { get; } = new("Nearcall.Idempotent");

    /// <summary>The address that the next call goes to, without user info. It changes when a call had to go to another one.</summary>
    public Uri Endpoint => _settings.Endpoints.Current.Uri;

    /// <summary>Asks the server what it offers.</summary>
    public XmlRpcIntrospection Introspection { get; }

    internal XmlRpcDialect Dialect => _settings.Dialect;

    internal XmlRpcLimits Limits => _settings.Limits;

    /// <summary>Starts a batch: calls that travel together and each have an outcome of their own.</summary>
    /// <returns>An empty batch.</returns>
    public XmlRpcMulticall Multicall() => new(this);

    /// <summary>
    /// Ends the calls that are under way with an <see cref="ObjectDisposedException"/> and closes connections of the client's own.
    /// May be called more than once.
    /// </summary>
    public void Dispose()
    {
        _closing.Cancel();
        _batcher?.Dispose();
        _http.Dispose();
    }

    /// <summary>Shows the address that the next call goes to, without user info and query.</summary>
    /// <returns>For example <c>XmlRpcClient http://localhost:8000/RPC2</c>.</returns>
    public override string ToString() => $"{nameof(XmlRpcClient)} {_settings.Endpoints.Current}";

    /// <summary>Sends an encoded call, as often as it takes; the one road of every call form. Disposes the content.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<XmlRpcResult<T>> InvokeAsync<T>(
        bool async, CallTerms terms, CallContent content, XmlRpcConverter<T> converter, BatchScope? scope = null)
    {
        var diagnostics = scope?.IsTold == true ? default : ClientDiagnostics.Start(terms.Method, _settings, scope?.Links);
        var exchange = scope?.Exchange ?? _exchange;
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
                    using var answer = await exchange.SendAsync(async, sender, content, terms, deadline, first++).ConfigureAwait(false);
                    var result = answer.Read(converter);
                    diagnostics.Stop(result.Fault, answer.Endpoint.Uri);
                    return result;
                }
                catch (Exception e) when (CallAttempts.IsFailure(e, deadline))
                {
                    wait = attempts.WaitAfter(e, content, deadline);
                    failure = e;
                }

                await deadline.WaitAsync(async, wait, _settings.Endpoints.Current, failure).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            diagnostics.Stop(e);
            throw;
        }
        finally
        {
            content.Dispose();
            End(deadline);
        }
    }

    internal void ThrowIfNotSynchronous() => _http.ThrowIfNotSynchronous();

    /// <summary>Encodes a call before anything is awaited: the arguments are a span that lives on the caller's stack.</summary>
    internal XmlRpcContent Encode(string method, ReadOnlySpan<XmlRpcValue> arguments)
    {
        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        var buffer = _settings.CallBuffers.Rent(ClientSettings.UsualCall);
        try
        {
            XmlRpcMethodCall.Write(buffer, method, arguments, _settings.Dialect);
            return new XmlRpcContent(buffer, _settings.Compression, _settings.CallBuffers);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    private CallDeadline StartDeadline(HttpMessageInvoker sender, CallTerms terms)
    {
        var timeout = CallDeadline.Shortest(CallDeadline.Shortest(_settings.Timeout, terms.Timeout), TimeoutOf(sender));
        if (_spareDeadlines.Take() is not { } spare)
        {
            return new CallDeadline(terms.Method, timeout, _settings.Clock, terms.CancellationToken, _closing.Token);
        }

        spare.Restart(terms.Method, timeout, terms.CancellationToken);
        return spare;
    }

    private void End(CallDeadline? deadline)
    {
        if (deadline is not null && !(deadline.TryReset() && _spareDeadlines.TryPut(deadline)))
        {
            deadline.Dispose();
        }
    }

    private static TimeSpan TimeoutOf(HttpMessageInvoker sender) => (sender as HttpClient)?.Timeout ?? Timeout.InfiniteTimeSpan;

    private static Uri ParseUrl(string url)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        // The text may hold a password and is not shown.
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri : throw new ArgumentException("This is no absolute address.", nameof(url));
    }
}
