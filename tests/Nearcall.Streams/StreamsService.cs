using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;

namespace Nearcall.Streams;

/// <summary>The server's side.</summary>
[XmlRpcService]
internal sealed partial class StreamsService : IStreams
{
    private readonly Memory _memory = new();

    [DisableRequestSizeLimit]
    public async Task<long> UploadAsync(Stream octets, CancellationToken cancellationToken) =>
        await Pattern.CountAsync(octets, cancellationToken).ConfigureAwait(false);

    public Task<Stream> DownloadAsync(long length, CancellationToken cancellationToken) => Task.FromResult<Stream>(new PatternStream(length));

    public async IAsyncEnumerable<Reading> ListAsync(int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 0; number < count; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new Reading(number, "boiler", number / 8.0, (number & 1) == 0);
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    public Task MarkIdleAsync(CancellationToken cancellationToken)
    {
        _memory.MarkIdle();
        return Task.CompletedTask;
    }

    public Task<long> PeakAboveIdleAsync(CancellationToken cancellationToken) => Task.FromResult(_memory.PeakAboveIdle);
}
