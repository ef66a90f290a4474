namespace Nearcall;

/// <summary>
/// How an <see cref="XmlRpcClient"/> calls. The client reads its options once, when it is made; later changes do nothing.
/// </summary>
/// <remarks>Not thread-safe while it is being filled in.</remarks>
public sealed class XmlRpcClientOptions
{
    /// <summary>
    /// The address of the server, used where the constructor is given none: absolute, or relative to
    /// <see cref="HttpClient.BaseAddress"/>. No path is added to it (R02). User info, <c>http://user:password@host/</c>, is
    /// taken out of it and sent as basic authentication. Default: null.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// More addresses of the same service. A call goes to the next one only where it surely was not sent to the one before: the
    /// name is not known, no connection, no TLS. The client stays with the last address that worked. Default: none.
    /// </summary>
    public IList<Uri> FallbackEndpoints { get; } = [];

    /// <summary>What is read and written beyond the protocol's letter. Default: <see cref="XmlRpcDialect.Tolerant"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public XmlRpcDialect Dialect { get; set => field = NotNull(value); } = XmlRpcDialect.Tolerant;

    /// <summary>How much an answer may hold. Default: <see cref="XmlRpcLimits.Default"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public XmlRpcLimits Limits { get; set => field = NotNull(value); } = XmlRpcLimits.Default;

    /// <summary>
    /// How long a call may take, from its start to its whole answer, fail-over, redirects and further attempts
    /// included; then it ends in a
    /// <see cref="TimeoutException"/>. Default: 100 seconds. Range: above zero to 24 days, or
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan Timeout { get; set => field = CallDeadline.Checked(value); } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How calls that failed on the way are tried again, for example <c>new XmlRpcRetryOptions()</c>. Default: null, each call is sent
    /// once; it goes to another address only where it surely was not sent. Leave it so where a handler of the <see cref="HttpClient"/>
    /// tries again: the attempts of both would multiply.
    /// </summary>
    public XmlRpcRetryOptions? Retry { get; set; }

    /// <summary>
    /// Whether and how calls that are made at about the same time travel together, as one <c>system.multicall</c>: for many small calls
    /// to a server that answers each quickly. Each call keeps its own result, fault, time-out and cancellation; in which order they run
    /// is not promised. Calls on the calling thread, with headers of their own, with streams, and of methods of <c>system.</c> go
    /// alone, and so do all where the server has no <c>system.multicall</c>. Default: null, each call is a request of its own.
    /// </summary>
    public XmlRpcBatchingOptions? Batching { get; set; }

    /// <summary>
    /// How long making one connection may take before the next address is tried. Not used with an <see cref="HttpClient"/> of
    /// yours. Default: 15 seconds. Range: as <see cref="Timeout"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan ConnectTimeout { get; set => field = CallDeadline.Checked(value); } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// What to prove oneself with, at <see cref="Endpoint"/> and at every one of <see cref="FallbackEndpoints"/> that has no user
    /// info of its own. Default: null, nothing.
    /// </summary>
    public XmlRpcCredentials? Credentials { get; set; }

    /// <summary>
    /// Headers of every request. One of the same name replaces what the client would send. Names are tokens (RFC 9110), values
    /// printable ASCII; headers that describe the body (<c>Content-…</c>, <c>Transfer-Encoding</c>) are the client's own. Default:
    /// none.
    /// </summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The name of the program (R03), printable ASCII. Default: null, which sends <c>Nearcall/</c> and the version unless the
    /// <see cref="HttpClient"/> has a default of its own.
    /// </summary>
    public string? UserAgent { get; set; }

    /// <summary>How calls are compressed. Default: <see cref="XmlRpcRequestCompression.None"/>.</summary>
    public XmlRpcRequestCompression RequestCompression { get; set; }

    /// <summary>
    /// Sends calls in chunks, without <c>Content-Length</c> (R05, R78). Many servers refuse or hang. Default: off.
    /// </summary>
    public bool SendChunked { get; set; }

    /// <summary>
    /// The version of HTTP to ask for. <c>Call</c> always speaks HTTP/1.1. Default: 1.1.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Version HttpVersion { get; set => field = NotNull(value); } = System.Net.HttpVersion.Version11;

    /// <summary>
    /// How strictly to ask for <see cref="HttpVersion"/>. Default: that version or a lower one, which without TLS is 1.1: only
    /// <see cref="HttpVersionPolicy.RequestVersionExact"/> and <see cref="HttpVersionPolicy.RequestVersionOrHigher"/> speak HTTP/2
    /// there, to a server that expects it.
    /// </summary>
    public HttpVersionPolicy HttpVersionPolicy { get; set; } = HttpVersionPolicy.RequestVersionOrLower;

    /// <summary>
    /// How many redirects one call follows. Only those that keep the POST (307, 308) are followed, and only to the same origin
    /// or from <c>http</c> to <c>https</c> on the same host: a call often carries a password among its arguments. Default: 3.
    /// Range: 0 to 20.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int MaxRedirects
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 20);
            field = value;
        }
    }
        = 3;

    /// <summary>
    /// Keeps the cookies that servers set and sends them back, for servers whose log-in is a cookie. Not used with an
    /// <see cref="HttpClient"/> of yours. Default: off.
    /// </summary>
    public bool UseCookies { get; set; }

    /// <summary>
    /// States that every handler of the <see cref="HttpClient"/> in use overrides <c>Send</c> as well as <c>SendAsync</c>, and so
    /// allows <c>Call</c> with it. A handler that overrides <c>SendAsync</c> alone is skipped by a synchronous call without a
    /// word, an authentication handler too; therefore <c>Call</c> is refused unless the client can see that no handler would be
    /// skipped. Not needed for a client made from an address. Default: off.
    /// </summary>
    public bool AllowSynchronousCalls { get; set; }

    /// <summary>
    /// Puts the name of the called method on metrics. Off: names outside <c>system.</c> are recorded as <c>_OTHER</c>, as nothing
    /// bounds how many there are. Spans always carry it. Default: off.
    /// </summary>
    public bool RecordMethodInMetrics { get; set; }

    /// <summary>The clock of time-outs and durations. Default: <see cref="System.TimeProvider.System"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TimeProvider { get; set => field = NotNull(value); } = TimeProvider.System;

    private static T NotNull<T>(T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
