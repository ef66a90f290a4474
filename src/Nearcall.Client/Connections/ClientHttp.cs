namespace Nearcall;

/// <summary>What a client sends its requests through, and whether it may call synchronously through it.</summary>
internal abstract class ClientHttp : IDisposable
{
    /// <summary>An <see cref="HttpClient"/>, unless <see cref="IsOwn"/>.</summary>
    public abstract HttpMessageInvoker Sender { get; }

    /// <summary>Whether the client made the handler: then it knows what addresses it takes.</summary>
    public virtual bool IsOwn => false;

    /// <summary>
    /// Throws where <see cref="HttpClient.Send(HttpRequestMessage)"/> could skip a handler. <see cref="DelegatingHandler"/> passes
    /// a synchronous request on to the next handler by itself, so one that overrides <c>SendAsync</c> alone does nothing for it,
    /// and nothing says so. Nor can one ask an <see cref="HttpClient"/> for its handlers. So a pipeline is trusted where it is our
    /// own, where all of it can be seen, or where its owner vouches for it, and refused otherwise.
    /// </summary>
    public abstract void ThrowIfNotSynchronous();

    public abstract void Dispose();
}
