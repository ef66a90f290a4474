using System.Buffers;
using System.Text;

namespace Nearcall.Tests.Contracts;

/// <summary>A call as a transport would make it: arguments in, a result out.</summary>
internal sealed class RecordingCall(string parameters = "", XmlRpcDialect? dialect = null, IServiceProvider? services = null) : XmlRpcCallContext
{
    private readonly byte[] _call = Encoding.UTF8.GetBytes($"<methodCall><methodName>m</methodName><params>{parameters}</params></methodCall>");
    private readonly ArrayBufferWriter<byte> _result = new();

    /// <summary>What was written so far.</summary>
    public string Result => Encoding.UTF8.GetString(_result.WrittenSpan);

    /// <summary>Whether the arguments have been read to their end.</summary>
    public bool ArgumentsRead { get; private set; }

    public override string Method => "m";

    public override IServiceProvider Services => services ?? new NoServices();

    public override CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

    /// <summary>Parameters of a call.</summary>
    public static string Ints(params int[] numbers) =>
        string.Concat(numbers.Select(number => $"<param><value><int>{number}</int></value></param>"));

    public override TFeature? GetFeature<TFeature>()
        where TFeature : class => null;

    public override XmlRpcReader OpenArguments()
    {
        var reader = new XmlRpcReader(_call);
        reader.ReadStartMethodCall();
        return reader;
    }

    public override XmlRpcWriter OpenResult() => new(_result, dialect ?? XmlRpcDialect.Strict);

    internal override void OnArgumentsRead() => ArgumentsRead = true;

    internal override async ValueTask WriteItemsAsync<TItem>(IAsyncEnumerable<TItem> items, XmlRpcConverter<TItem> converter)
    {
        var written = new List<TItem>();
        await foreach (var item in items.WithCancellation(CancellationToken))
        {
            written.Add(item);
        }

        var writer = OpenResult();
        writer.WriteStartArray();
        foreach (var item in written)
        {
            converter.Write(ref writer, item);
        }

        writer.WriteEndArray();
        writer.Flush();
    }

    internal override async ValueTask WriteOctetsAsync(Stream octets)
    {
        var content = new byte[4];
        await octets.ReadExactlyAsync(content, CancellationToken);
        var writer = OpenResult();
        writer.WriteBase64(content);
        writer.Flush();
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
