namespace Nearcall;

/// <summary>
/// Sends through the client's own connections without an <see cref="HttpClient"/>, which would join the token of the call with one of its
/// own for each request. The token of a call ends with its client as it is, and there is no default header to add. It asks the handler
/// itself, as two invokers in a row would have the framework count a request twice.
/// </summary>
internal sealed class OwnSender(PersistentConnections connections) : HttpMessageInvoker(connections)
{
    public override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        connections.SendRequest(request, cancellationToken);

    public override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        connections.SendRequestAsync(request, cancellationToken);
}
