using System.Text;
using Microsoft.AspNetCore.Http;

namespace Nearcall;

/// <summary>One call on its way through the server; used again for others when it has ended.</summary>
internal sealed class ServerCall : XmlRpcCallContext
{
    private const int GreatestKept = 64 * 1024;
    private const int LongestShown = 1024;

    private XmlRpcReaderState _arguments;
    private ReadOnlyMemory<byte> _message;
    private Dictionary<object, object?>? _items;
    private HttpContext? _http;
    private XmlRpcEndpoint? _endpoint;
    private ServedMethod? _served;
    private PooledBuffer? _output;
    private PooledBuffer? _ownOutput;
    private string? _name;
    private CancellationToken? _cancellation;
    private bool _hasNoArguments;

    private static ReadOnlySpan<byte> NoArguments => "<value><array><data></data></array></value>"u8;

    public HttpContext Http => _http ?? throw Ended();

    public XmlRpcEndpoint Endpoint => _endpoint ?? throw Ended();

    public ServedMethod Served => _served ?? throw Ended();

    /// <summary>The form of the method that serves the call, where the method has several and one was chosen.</summary>
    public XmlRpcMethod? Form { get; set; }

    /// <summary>The answer as far as it is written. The entries of a multicall write into that of their call.</summary>
    public PooledBuffer Output => _output ?? throw Ended();

    /// <summary>Whether the call is an entry of <c>system.multicall</c>.</summary>
    public bool IsEntry { get; private set; }

    /// <summary>The arguments, where the last is read while it arrives.</summary>
    public StreamedArguments? Streamed { get; private set; }

    /// <summary>Why the request is refused after all, its body being what it is.</summary>
    public RequestRefusal? BodyRefusal { get; private set; }

    /// <summary>Whether a part of the answer is sent, so that nothing of it can be taken back any more.</summary>
    public bool IsUnderWay { get; set; }

    /// <summary>Whether the answer broke off when a part of it was sent: the connection is all that can still say so.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Why the call is refused whatever it asks for; only for an entry of a multicall that is no proper call.</summary>
    public XmlRpcFault? Refusal { get; private set; }

    public CallPhase Phase { get; set; }

    /// <summary>Whether a result was opened, and therefore written unless something failed.</summary>
    public bool HasResult { get; private set; }

    /// <summary>Where the value of the result begins in the answer, as long as nothing of it is sent.</summary>
    public int ResultStart { get; private set; }

    /// <summary>What the call failed of, for telemetry, where no fault says it.</summary>
    public string? ErrorType { get; set; }

    /// <summary>The fault that the call ended in.</summary>
    public XmlRpcFault? Fault { get; set; }

    /// <summary>Whether the call ended without an answer because nobody is there to read it.</summary>
    public bool IsAbandoned { get; private set; }

    public override string Method => _name ?? Served.Method.Name;

    public override IServiceProvider Services => Http.RequestServices;

    public override CancellationToken CancellationToken => _cancellation ??= Http.RequestAborted;

    public override IDictionary<object, object?> Items => _items ??= [];

    /// <summary>Finds the server's call behind a context, which a filter may have put its own around.</summary>
    public static ServerCall Of(XmlRpcCallContext context) =>
        context as ServerCall ?? context.GetFeature<ServerCall>()
        ?? throw new InvalidOperationException("A filter replaced the context by one that does not hand on GetFeature.");

    /// <summary>Gives the call a place for its answer; it keeps the memory for the next unless that grew large.</summary>
    public void StartOutput() => _output = _ownOutput ??= PooledBuffer.Rent();

    /// <summary>Begins the call that a message holds.</summary>
    /// <param name="http">The request.</param>
    /// <param name="endpoint">The endpoint that serves it.</param>
    /// <param name="message">The message in UTF-8; it lives as long as the call.</param>
    /// <param name="transcodedFrom">The encoding that the message came in, if it was another.</param>
    /// <exception cref="XmlRpcFormatException">The message is no call.</exception>
    public void Begin(HttpContext http, XmlRpcEndpoint endpoint, ReadOnlyMemory<byte> message, string? transcodedFrom)
    {
        _http = http;
        _endpoint = endpoint;
        _message = message;
        var reader = OpenMessage(transcodedFrom);
        _served = endpoint.Methods.Find(reader.MethodName);
        _name = ReferenceEquals(_served, endpoint.Methods.Other) ? Decode(reader.MethodName, _served) : null;
        _arguments = reader.CurrentState;
    }

    /// <summary>Begins a call of which nothing but its method is known yet.</summary>
    /// <param name="http">The request.</param>
    /// <param name="endpoint">The endpoint that serves it.</param>
    /// <param name="served">The method.</param>
    public void Begin(HttpContext http, XmlRpcEndpoint endpoint, ServedMethod served)
    {
        _http = http;
        _endpoint = endpoint;
        _served = served;
    }

    /// <summary>Takes arguments of which the last is read while it arrives. None can be opened until <see cref="ReadHeadAsync"/>.</summary>
    public void Stream(StreamedArguments arguments)
    {
        _message = default;
        Streamed = arguments;
    }

    /// <summary>Reads the arguments before the stream, if there is one.</summary>
    public async ValueTask ReadHeadAsync()
    {
        if (Streamed is { } streamed)
        {
            Phase = CallPhase.Arguments;
            var count = Served.Method.Parameters.Count(static parameter => parameter.IsOnWire) - 1;
            _message = await streamed.ReadHeadAsync(count, CancellationToken).ConfigureAwait(false);
            _arguments = OpenMessage(transcodedFrom: null).CurrentState;
            Phase = CallPhase.Work;
        }
    }

    /// <summary>Begins one call of a multicall.</summary>
    /// <param name="multicall">The multicall.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="refusal">Why none of the remaining entries is run.</param>
    public void BeginEntry(ServerCall multicall, in MulticallEntry entry, XmlRpcFault? refusal)
    {
        Reset();
        _http = multicall._http;
        _endpoint = multicall._endpoint;
        _output = multicall._output;

        // Servers take a lock to give it, once for each entry.
        _cancellation = multicall.CancellationToken;
        _served = entry.Served;
        _name = entry.Name;

        // From the entry on, so that the place of an error is sought there only and not from the start of the message.
        _message = multicall._message[entry.Start..];
        _arguments = entry.Parameters;
        IsEntry = true;
        _hasNoArguments = entry.HasNoParameters;
        Refusal = refusal ?? entry.Refusal;
    }

    /// <summary>Forgets everything about the call.</summary>
    public void Reset()
    {
        _arguments = default;
        _message = default;
        _items?.Clear();
        _ownOutput?.Clear();
        if (_ownOutput is { Capacity: > GreatestKept })
        {
            _ownOutput.Dispose();
            _ownOutput = null;
        }

        _http = null;
        _endpoint = null;
        _served = null;
        Form = null;
        _output = null;
        _name = null;
        _cancellation = null;
        _hasNoArguments = false;
        IsEntry = false;
        Refusal = null;
        Phase = CallPhase.Work;
        HasResult = false;
        Fault = null;
        ErrorType = null;
        IsAbandoned = false;
        Streamed = null;
        BodyRefusal = null;
        IsUnderWay = false;
        IsBroken = false;
    }

    /// <summary>Says where the value of the result will begin.</summary>
    public void PlaceResult() => ResultStart = Output.Length;

    public override TFeature? GetFeature<TFeature>()
        where TFeature : class =>
        Http as TFeature ?? this as TFeature ?? Http.Features.Get<TFeature>();

    public override XmlRpcReader OpenArguments()
    {
        if (_message.IsEmpty)
        {
            throw new InvalidOperationException("The arguments of a method that takes a stream are read when its caller is authorized.");
        }

        Phase = CallPhase.Arguments;
        var reader = _hasNoArguments
            ? new XmlRpcReader(NoArguments, Endpoint.Options.Dialect, Endpoint.Options.Limits)
            : new XmlRpcReader(_message.Span, isFinal: true, _arguments);
        if (IsEntry)
        {
            reader.ReadStartArray();
        }

        return reader;
    }

    public override Stream OpenStreamArgument(ref XmlRpcReader arguments)
    {
        arguments.ReadStartParameter(Served.Method.Parameters.LastOrDefault(static parameter => parameter.IsOnWire)?.Name ?? "stream");
        var octets = arguments.ReadBase64();
        EndArguments(ref arguments);
        return Streamed is { HasStream: true } streamed ? streamed.Open() : new MemoryStream(octets, writable: false);
    }

    public override XmlRpcWriter OpenResult()
    {
        BeginResult();
        Phase = CallPhase.Result;
        HasResult = true;
        return new XmlRpcWriter(Output, Endpoint.Options.Dialect);
    }

    /// <summary>Takes back what was written as the result before. Until <see cref="EndResult"/> the call has none.</summary>
    public void BeginResult()
    {
        if (IsUnderWay)
        {
            throw new InvalidOperationException("A part of the result is sent already: no other can take its place.");
        }

        HasResult = false;
        Output.Truncate(ResultStart);
    }

    /// <summary>Ends the call without an answer, as nobody is there to read it.</summary>
    public void Abandon()
    {
        IsAbandoned = true;
        ErrorType = typeof(OperationCanceledException).FullName;
    }

    /// <summary>Ends the call with a refusal of its request.</summary>
    public void Refuse(RequestRefusal refusal)
    {
        BodyRefusal = refusal;
        ErrorType = refusal.Reason;
    }

    /// <summary>Says that a result that was written bit by bit is complete.</summary>
    public void EndResult() => HasResult = true;

    internal override void OnArgumentsRead() => Phase = CallPhase.Work;

    internal override ValueTask WriteItemsAsync<TItem>(IAsyncEnumerable<TItem> items, XmlRpcConverter<TItem> converter) =>
        ItemsResult.WriteAsync(this, items, converter);

    internal override ValueTask WriteOctetsAsync(Stream octets) => OctetsResult.WriteAsync(this, octets);

    private XmlRpcReader OpenMessage(string? transcodedFrom)
    {
        var options = Endpoint.Options;
        var state = new XmlRpcReaderState(options.Dialect, options.Limits) { Origin = new XmlOrigin(0, transcodedFrom) };
        var reader = new XmlRpcReader(_message.Span, isFinal: true, state);
        reader.ReadStartMethodCall();
        return reader;
    }

    /// <summary>A catch-all needs all of the name; for telemetry and a fault the beginning will do.</summary>
    private static string Decode(ReadOnlySpan<byte> utf8Name, ServedMethod served) =>
        Encoding.UTF8.GetString(served.IsCatchAll || utf8Name.Length <= LongestShown ? utf8Name : utf8Name[..LongestShown]);

    private static InvalidOperationException Ended() =>
        new("The call has ended. Keep nothing of its context beyond the call; copy what is needed later.");
}
