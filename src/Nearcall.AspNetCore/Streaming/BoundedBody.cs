using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Nearcall;

/// <summary>A body that is read while it arrives, up to its limit. It remembers what went wrong, to tell it from a method's own failures.</summary>
internal sealed class BoundedBody(PipeReader reader, long limit) : ReadOnlyStream
{
    private readonly Stream _body = reader.AsStream(leaveOpen: true);
    private long _total;

    /// <summary>What reading failed of.</summary>
    public Exception? Failure { get; private set; }

    protected override bool IsClosed => false;

    protected override async ValueTask<int> ReadAsync(bool async, Memory<byte> room, CancellationToken cancellationToken)
    {
        try
        {
            var count = async ? await _body.ReadAsync(room, cancellationToken).ConfigureAwait(false) : _body.Read(room.Span);
            _total += count;
            return _total <= limit
                ? count
                : throw new BadHttpRequestException($"The body is longer than {limit} octets.", StatusCodes.Status413PayloadTooLarge);
        }
        catch (Exception exception)
        {
            Failure = exception;
            throw;
        }
    }
}
