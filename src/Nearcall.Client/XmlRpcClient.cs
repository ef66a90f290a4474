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
/// <para>A call is sent once. It goes to another address only where it surely was not sent.</para>
/// </remarks>
public sealed partial class XmlRpcClient : XmlRpcCaller, IDisposable
{
    // Never disposed: it holds no timer, and calls that start while the client closes may still look at its token.
    private readonly CancellationTokenSource _closing = new();
    private readonly ClientHttp _http;
    private readonly ClientSettings _settings;
    private readonly HttpExchange _exchange;

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
        _exchange = new HttpExchange(_settings);
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
        _settings = new ClientSettings(options, url, http.Client.BaseAddress, isHttpOnly: false);
        _http = http;
        _exchange = new HttpExchange(_settings);
        Introspection = new XmlRpcIntrospection(this);
    }

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
        _http.Dispose();
    }

    /// <summary>Shows the address that the next call goes to, without user info and query.</summary>
    /// <returns>For example <c>XmlRpcClient http://localhost:8000/RPC2</c>.</returns>
    public override string ToString() => $"{nameof(XmlRpcClient)} {_settings.Endpoints.Current}";

    /// <summary>Sends an encoded call; the body of every call form. Disposes the content.</summary>
    internal async ValueTask<XmlRpcResult<T>> InvokeAsync<T>(
        bool async, string method, XmlRpcContent content, XmlRpcConverter<T> converter, XmlRpcCallOptions options)
    {
        var diagnostics = ClientDiagnostics.Start(method, _settings);
        try
        {
            var client = _http.Client;
            var timeout = CallDeadline.Shortest(CallDeadline.Shortest(_settings.Timeout, options.Timeout ?? Timeout.InfiniteTimeSpan), client.Timeout);
            using var deadline = new CallDeadline(method, timeout, _settings.Clock, options.CancellationToken, _closing.Token);
            using var answer = await _exchange.SendAsync(async, client, content, options, deadline).ConfigureAwait(false);
            var result = answer.Read(converter);
            diagnostics.Stop(result.Fault, answer.Endpoint.Uri);
            return result;
        }
        catch (Exception e)
        {
            diagnostics.Stop(e);
            throw;
        }
        finally
        {
            content.Dispose();
        }
    }

    internal void ThrowIfNotSynchronous() => _http.ThrowIfNotSynchronous();

    /// <summary>Encodes a call before anything is awaited: the arguments are a span that lives on the caller's stack.</summary>
    internal XmlRpcContent Encode(string method, ReadOnlySpan<XmlRpcValue> arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        var buffer = PooledBuffer.Rent(256);
        try
        {
            XmlRpcMethodCall.Write(buffer, method, arguments, _settings.Dialect);
            return new XmlRpcContent(buffer, _settings.Compression);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    private static Uri ParseUrl(string url)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        // The text may hold a password and is not shown.
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri : throw new ArgumentException("This is no absolute address.", nameof(url));
    }
}
