namespace Nearcall;

/// <summary>
/// An <see cref="HttpClient"/> of the factory for each call, so that a client that lives long never holds on to an old handler.
/// </summary>
internal sealed class FactoryHttp(
    IHttpClientFactory clients, IHttpMessageHandlerFactory handlers, string name, bool allowSynchronousCalls) : ClientHttp
{
    private bool _isSynchronous = allowSynchronousCalls;

    public override HttpMessageInvoker Sender => clients.CreateClient(name);

    public override void ThrowIfNotSynchronous()
    {
        if (_isSynchronous)
        {
            return;
        }

        // Another implementation of one of the two interfaces may build another pipeline than the other does.
        var obstacle = ReferenceEquals(clients, handlers) ? FindObstacle(handlers.CreateHandler(name)) : clients.GetType();
        if (obstacle is not null)
        {
            throw new InvalidOperationException(
                $"A synchronous call could skip a handler of the HTTP client '{name}': {obstacle.Name} is not known to override Send. "
                + "Call asynchronously, or set XmlRpcClientOptions.AllowSynchronousCalls if every handler does.");
        }

        _isSynchronous = true;
    }

    public override void Dispose()
    {
    }

    /// <summary>
    /// Walks the pipeline from its outside in. The factory's own handlers (lifetime, logging) pass both kinds of request alike, and
    /// so do the framework's two primary handlers and our own; of any other, nothing is known.
    /// </summary>
    private static Type? FindObstacle(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler outer && outer.GetType().Assembly == typeof(IHttpClientFactory).Assembly)
        {
            handler = outer.InnerHandler;
        }

        var type = handler?.GetType();
        return type == typeof(SocketsHttpHandler) || type == typeof(HttpClientHandler) || type == typeof(PersistentConnections) ? null : type;
    }
}
