namespace Nearcall;

/// <summary>The options of a client as they were when it was made, checked.</summary>
internal sealed class ClientSettings
{
    /// <summary>How many bytes to make room for at first: a small call with what a writer asks for beyond it, so that nothing is copied.</summary>
    public const int UsualCall = 1024;

    private static readonly XmlRpcRetryOptions Once = new() { MaxAttempts = 1 };

    public ClientSettings(XmlRpcClientOptions options, Uri? url, Uri? baseAddress, bool isHttpOnly)
    {
        RequestHeaders.ThrowIfInvalid(options.Headers);
        if (options.UserAgent is { } userAgent)
        {
            RequestHeaders.ThrowIfInvalid("User-Agent", userAgent);
        }

        var first = url ?? options.Endpoint ?? baseAddress
            ?? throw new ArgumentException("No address to call: give one to the client or set XmlRpcClientOptions.Endpoint.", nameof(options));
        Endpoints = new ClientEndpoints(
            [.. options.FallbackEndpoints.Prepend(first).Select(uri => ClientEndpoint.Create(uri, baseAddress, options.Credentials, isHttpOnly))]);
        Dialect = options.Dialect;
        Limits = options.Limits;
        Timeout = options.Timeout;
        Retry = options.Retry ?? Once;
        RetryBudget = Retry is { MaxAttempts: > 1, Budget: { } perCall } ? new RetryBudget(perCall, Retry.BudgetReserve) : null;
        Random = Retry.Random ?? new Random();
        Headers = [.. options.Headers];
        UserAgent = options.UserAgent;
        Compression = options.RequestCompression;
        SendChunked = options.SendChunked;
        HttpVersion = options.HttpVersion;
        HttpVersionPolicy = options.HttpVersionPolicy;
        MaxRedirects = options.MaxRedirects;
        RecordMethodInMetrics = options.RecordMethodInMetrics;
        Clock = options.TimeProvider;
    }

    public static string DefaultUserAgent { get; } = "Nearcall/" + typeof(XmlRpcClient).Assembly.GetName().Version?.ToString(3);

    public ClientEndpoints Endpoints { get; }

    public XmlRpcDialect Dialect { get; }

    public XmlRpcLimits Limits { get; private set; }

    public TimeSpan Timeout { get; }

    public XmlRpcRetryOptions Retry { get; }

    /// <summary>What bounds the further attempts of all calls together; null where nothing does.</summary>
    public RetryBudget? RetryBudget { get; }

    /// <summary>To be used under a lock of itself.</summary>
    public Random Random { get; }

    public BufferShelf CallBuffers { get; } = new();

    public BufferShelf AnswerBuffers { get; } = new();

    public KeyValuePair<string, string>[] Headers { get; }

    public string? UserAgent { get; }

    public XmlRpcRequestCompression Compression { get; }

    public bool SendChunked { get; }

    public Version HttpVersion { get; }

    public HttpVersionPolicy HttpVersionPolicy { get; }

    public int MaxRedirects { get; }

    public bool RecordMethodInMetrics { get; }

    public TimeProvider Clock { get; }

    /// <summary>The same for a batch: its answer may be as large as the answers of its calls could be, one by one.</summary>
    public ClientSettings ForBatch(int calls)
    {
        var settings = (ClientSettings)MemberwiseClone();
        settings.Limits = Limits with
        {
            MaxBytes = Times(Limits.MaxBytes, calls),
            MaxDecompressedBytes = Times(Limits.MaxDecompressedBytes, calls),
            MaxMembers = (int)Math.Min(Times(Limits.MaxMembers + 2L, calls), int.MaxValue),
            MaxDepth = Math.Min(Limits.MaxDepth + 2, XmlRpcLimits.GreatestDepth),
        };
        return settings;
    }

    private static long Times(long limit, int calls) => limit > long.MaxValue / calls ? long.MaxValue : limit * calls;
}
