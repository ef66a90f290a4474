namespace Nearcall;

/// <summary>
/// Asks a server about itself through its <c>system.</c> methods (R59 to R64, R70). A server that does not offer one answers with
/// the fault <see cref="XmlRpcFaultCodes.MethodNotFound"/> or a code of its own. Safe to share between threads.
/// </summary>
public sealed class XmlRpcIntrospection
{
    private readonly XmlRpcClient _client;

    internal XmlRpcIntrospection(XmlRpcClient client) => _client = client;

    /// <summary>The names of the methods (R60).</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The names, in the order of the server.</returns>
    public async Task<IReadOnlyList<string>> ListMethodsAsync(CancellationToken cancellationToken = default) =>
        await _client.CallAsync<string[]>("system.listMethods", cancellationToken).ConfigureAwait(false);

    /// <summary>The signatures of a method (R61).</summary>
    /// <param name="method">The name of the method.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>
    /// One list for each signature: the name of the result's type, then those of the parameters. Empty where the server does not
    /// know them, which it says with a value that is no array (R62).
    /// </returns>
    /// <exception cref="XmlRpcFormatException">
    /// The answer is an array of something else, or a flat one without <see cref="XmlRpcDialect.AllowFlatSignature"/>.
    /// </exception>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> MethodSignatureAsync(
        string method, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        var answer = await _client.CallAsync("system.methodSignature", cancellationToken, method).ConfigureAwait(false);
        if (!answer.TryGetArray(out var signatures) || signatures.Count == 0)
        {
            return [];
        }

        return signatures[0].Kind == XmlRpcKind.String ? [ReadFlat(signatures)] : [.. signatures.Select(ReadOne)];
    }

    /// <summary>What a method does, in the words of the server (R63).</summary>
    /// <param name="method">The name of the method.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>A text, perhaps HTML, written by the peer: show it as text. Empty where there is none.</returns>
    public async Task<string> MethodHelpAsync(string method, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        var answer = await _client.CallAsync("system.methodHelp", cancellationToken, method).ConfigureAwait(false);
        return answer.TryGetString(out var help) ? help : "";
    }

    /// <summary>What the server says it can do (R70).</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The capabilities by their ids, for example <c>faults_interop</c>. Ids that carry no struct are left out.</returns>
    public async Task<IReadOnlyDictionary<string, XmlRpcCapability>> GetCapabilitiesAsync(CancellationToken cancellationToken = default)
    {
        var answer = await _client.CallAsync<XmlRpcStruct>("system.getCapabilities", cancellationToken).ConfigureAwait(false);
        var capabilities = new Dictionary<string, XmlRpcCapability>(answer.Count, StringComparer.Ordinal);
        foreach (var (id, value) in answer)
        {
            if (value.TryGetStruct(out var capability))
            {
                capabilities[id] = XmlRpcCapability.Read(capability);
            }
        }

        return capabilities;
    }

    private static string[] ReadOne(XmlRpcValue signature) =>
        signature.TryGetArray(out var names) ? ReadNames(names) : throw NoSignature();

    private static string[] ReadNames(XmlRpcArray names) =>
        [.. names.Select(static name => name.TryGetString(out var text) ? text : throw NoSignature())];

    private static XmlRpcFormatException NoSignature() =>
        ClientFormatError.Create("A signature is an array of the names of types.", "R61");

    private string[] ReadFlat(XmlRpcArray names) =>
        _client.Dialect.AllowFlatSignature
            ? ReadNames(names)
            : throw ClientFormatError.Create(
                "Signatures are an array of arrays, and this is one flat array.",
                "R61",
                $"XmlRpcDialect.{nameof(XmlRpcDialect.AllowFlatSignature)}");
}
