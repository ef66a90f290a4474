namespace Nearcall.Streams;

/// <summary>What is streamed, each way, and what it took the server.</summary>
[XmlRpcService]
internal partial interface IStreams
{
    /// <summary>Takes octets and gives their number, or -1 if they are not those of <see cref="Pattern"/>.</summary>
    public Task<long> UploadAsync(Stream octets, CancellationToken cancellationToken = default);

    /// <summary>Gives octets of <see cref="Pattern"/>.</summary>
    public Task<Stream> DownloadAsync(long length, CancellationToken cancellationToken = default);

    /// <summary>Gives readings, numbered from 0.</summary>
    public IAsyncEnumerable<Reading> ListAsync(int count, CancellationToken cancellationToken = default);

    /// <summary>Takes the memory of now for that of a server that does nothing.</summary>
    public Task MarkIdleAsync(CancellationToken cancellationToken = default);

    /// <summary>Gives the greatest memory since then, beyond that.</summary>
    public Task<long> PeakAboveIdleAsync(CancellationToken cancellationToken = default);
}
