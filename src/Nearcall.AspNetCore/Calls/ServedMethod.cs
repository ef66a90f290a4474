using System.Text;

namespace Nearcall;

/// <summary>A method as one endpoint serves it: with its authorization and filters.</summary>
internal sealed class ServedMethod
{
    public ServedMethod(XmlRpcMethod method, IEnumerable<FilterSource> filters)
    {
        Method = method;
        Utf8Name = Encoding.UTF8.GetBytes(method.Name);
        Help = method.Help;
        TelemetryName = method.Name;
        var invoke = FilterSource.Chain(filters, method.InvokeAsync);
        Invoke = method.TakesStream ? BehindHead(invoke) : invoke;
    }

    public XmlRpcMethod Method { get; }

    public byte[] Utf8Name { get; }

    public string Help { get; init; }

    /// <summary>The signatures that are made of the protocol's types alone; those of methods that take anything are not (R62).</summary>
    public IReadOnlyList<IReadOnlyList<string>> Signatures { get; init; } = [];

    /// <summary>Whether introspection does not know the method.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether an argument or the result is a stream, so that the method cannot be called within a multicall.</summary>
    public bool IsStreamed => Method.TakesStream || Method.GivesStream;

    /// <summary>The greatest body, in bytes, that the method itself allows; null where the endpoint's limit holds.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>Whether the method takes calls of any name.</summary>
    public bool IsCatchAll { get; init; }

    /// <summary>The name in spans and metrics, of which there must be few.</summary>
    public string TelemetryName { get; init; }

    /// <summary>What the spans of the method say from their start.</summary>
    public SpanTags SpanTags => field ??= new SpanTags(TelemetryName);

    /// <summary>Who may call; null for everybody whom the endpoint lets through.</summary>
    public MethodAuthorization? Authorization { get; init; }

    /// <summary>The filters, and the method behind them.</summary>
    public XmlRpcDelegate Invoke { get; }

    /// <summary>Reads the arguments before a stream once the caller may call, and before a filter may ask for them.</summary>
    private static XmlRpcDelegate BehindHead(XmlRpcDelegate invoke) => async context =>
    {
        await ServerCall.Of(context).ReadHeadAsync().ConfigureAwait(false);
        await invoke(context).ConfigureAwait(false);
    };
}
