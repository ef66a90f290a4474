namespace Nearcall;

/// <summary>
/// A batch of calls that travel together as one <c>system.multicall</c> (R65), each with an outcome of its own: a fault of one,
/// or a result that cannot be read, does not touch the others (R67).
/// </summary>
/// <remarks>
/// A batch is sent once. It holds at most <see cref="XmlRpcLimits.MaxMulticallEntries"/> calls and is never split: make a second
/// batch for more. Not thread-safe.
/// </remarks>
public sealed class XmlRpcMulticall
{
    internal const string MethodName = "system.multicall";

    private readonly XmlRpcClient _client;
    private readonly List<XmlRpcMulticallEntry> _entries = [];
    private bool _isSent;

    internal XmlRpcMulticall(XmlRpcClient client) => _client = client;

    /// <summary>The calls in the batch, in the order in which they were added.</summary>
    public IReadOnlyList<XmlRpcMulticallEntry> Entries => _entries;

    /// <summary>Adds a call.</summary>
    /// <typeparam name="T">The type of its result, as for <see cref="XmlRpcClient.CallAsync{T}(string, ReadOnlySpan{XmlRpcValue})"/>.</typeparam>
    /// <param name="method">The name of the procedure; not <c>system.multicall</c>, which servers refuse (R68).</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The place where the outcome will be.</returns>
    /// <exception cref="ArgumentException"><paramref name="method"/> is null, empty or <c>system.multicall</c>.</exception>
    /// <exception cref="InvalidOperationException">The batch was sent, or is full.</exception>
    /// <exception cref="NotSupportedException">No converter is known for <typeparamref name="T"/>.</exception>
    public XmlRpcMulticallEntry<T> Add<T>(string method, params ReadOnlySpan<XmlRpcValue> arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        if (method == MethodName)
        {
            throw new ArgumentException("A batch within a batch is refused by servers.", nameof(method));
        }

        ThrowIfSent();
        if (_entries.Count >= _client.Limits.MaxMulticallEntries)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The batch is full: it holds {_entries.Count} calls, the limit of XmlRpcLimits.MaxMulticallEntries. Send it and make another."));
        }

        var entry = new XmlRpcMulticallEntry<T>(method, XmlRpcArray.Create(arguments), XmlRpcConverter.For<T>());
        _entries.Add(entry);
        return entry;
    }

    /// <summary>Adds a call whose result is read as a value of whatever kind it has.</summary>
    /// <inheritdoc cref="Add{T}(string, ReadOnlySpan{XmlRpcValue})"/>
    public XmlRpcMulticallEntry<XmlRpcValue> Add(string method, params ReadOnlySpan<XmlRpcValue> arguments) =>
        Add<XmlRpcValue>(method, arguments);

    /// <summary>Sends the batch. When the task is done every entry has its outcome. An empty batch is not sent at all.</summary>
    /// <param name="cancellationToken">Ends the call early. The server may have run it all the same.</param>
    /// <returns>A task that ends with the answer, or in what <see cref="XmlRpcClient"/> throws for a call as a whole.</returns>
    /// <exception cref="InvalidOperationException">The batch was sent before.</exception>
    /// <exception cref="XmlRpcFaultException">The server refused the batch as a whole.</exception>
    /// <exception cref="XmlRpcFormatException">
    /// A call cannot be written, or the answer does not have one outcome for each call (R65).
    /// </exception>
    public Task SendAsync(CancellationToken cancellationToken = default) =>
        SendAsync(new XmlRpcCallOptions { CancellationToken = cancellationToken });

    /// <inheritdoc cref="SendAsync(CancellationToken)"/>
    /// <param name="options">What this call does differently.</param>
    public Task SendAsync(XmlRpcCallOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var converter = Close();
        return _entries.Count == 0
            ? Task.CompletedTask
            : ThrowIfFaultAsync(_client.InvokeAsync(async: true, CallTerms.Of(MethodName, options), Encode(), converter));

        static async Task ThrowIfFaultAsync(ValueTask<XmlRpcResult<int>> answer) => _ = (await answer.ConfigureAwait(false)).Value;
    }

    /// <summary>Sends the batch on this thread, as <see cref="XmlRpcClient.Call{T}(string, ReadOnlySpan{XmlRpcValue})"/> calls.</summary>
    /// <param name="options">What this call does differently; null for nothing.</param>
    /// <exception cref="InvalidOperationException">
    /// The batch was sent before, or a synchronous call could skip a handler of the <see cref="HttpClient"/> in use.
    /// </exception>
    public void Send(XmlRpcCallOptions? options = null)
    {
        _client.ThrowIfNotSynchronous();
        var converter = Close();
        if (_entries.Count > 0)
        {
            options ??= XmlRpcCallOptions.None;
            _ = XmlRpcClient.Completed(_client.InvokeAsync(async: false, CallTerms.Of(MethodName, options), Encode(), converter)).Value;
        }
    }

    private MulticallConverter<XmlRpcMulticallEntry> Close()
    {
        ThrowIfSent();
        _isSent = true;
        return new MulticallConverter<XmlRpcMulticallEntry>(_entries, _client.Dialect);
    }

    private XmlRpcContent Encode()
    {
        var calls = new XmlRpcValue[_entries.Count];
        for (var i = 0; i < calls.Length; i++)
        {
            calls[i] = new XmlRpcStruct { ["methodName"] = _entries[i].Method, ["params"] = _entries[i].Arguments };
        }

        return _client.Encode(MethodName, [XmlRpcArray.Create(calls)]);
    }

    private void ThrowIfSent()
    {
        if (_isSent)
        {
            throw new InvalidOperationException("The batch was sent before; make another one.");
        }
    }
}
