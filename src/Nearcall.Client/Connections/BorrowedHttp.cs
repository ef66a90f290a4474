namespace Nearcall;

/// <summary>An <see cref="HttpClient"/> that somebody else made and disposes.</summary>
internal sealed class BorrowedHttp(HttpClient client, bool allowSynchronousCalls) : ClientHttp
{
    public override HttpMessageInvoker Sender => client;

    public override void ThrowIfNotSynchronous()
    {
        if (!allowSynchronousCalls)
        {
            throw new InvalidOperationException(
                "A synchronous call through this HttpClient could skip one of its handlers. Call asynchronously, make the client from an "
                + "address, or set XmlRpcClientOptions.AllowSynchronousCalls if every handler overrides Send.");
        }
    }

    public override void Dispose()
    {
    }
}
