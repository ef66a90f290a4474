namespace Nearcall;

/// <summary>The octets of a result, read while they arrive. Disposing it ends the call.</summary>
internal sealed class AnswerStream(StreamedAnswer answer) : ReadOnlyStream
{
    protected override bool IsClosed => answer.IsDisposed;

    protected override ValueTask<int> ReadAsync(bool async, Memory<byte> room, CancellationToken cancellationToken) =>
        answer.ReadBase64Async(async, room, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            answer.Dispose();
        }

        base.Dispose(disposing);
    }
}
