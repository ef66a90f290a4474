using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Nearcall.Benchmarks.Operations;

/// <summary>The body of an answer that is copied once, as a server copies it, and counted.</summary>
internal sealed class DiscardedBody : PipeWriter, IHttpResponseBodyFeature
{
    private readonly byte[] _octets = new byte[1 << 20];

    /// <summary>The octets written since <see cref="Clear"/>.</summary>
    public int Length { get; private set; }

    public Stream Stream => throw new NotSupportedException();

    public PipeWriter Writer => this;

    public void Clear() => Length = 0;

    public override void Advance(int bytes) => Length += bytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _octets.AsMemory(Length);

    public override Span<byte> GetSpan(int sizeHint = 0) => _octets.AsSpan(Length);

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        source.Span.CopyTo(_octets.AsSpan(Length));
        Length += source.Length;
        return default;
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => default;

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }

    public void DisableBuffering()
    {
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task CompleteAsync() => Task.CompletedTask;
}
