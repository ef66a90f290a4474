using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Nearcall.Benchmarks.Operations;

/// <summary>The body of a request that is all there, and is there again for the next.</summary>
internal sealed class RepeatedBody(byte[] octets) : PipeReader, IRequestBodyPipeFeature
{
    private readonly ReadResult _all = new(new ReadOnlySequence<byte>(octets), isCanceled: false, isCompleted: true);

    public PipeReader Reader => this;

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => new(_all);

    public override bool TryRead(out ReadResult result)
    {
        result = _all;
        return true;
    }

    public override void AdvanceTo(SequencePosition consumed)
    {
    }

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
    }

    public override void CancelPendingRead()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }
}
