using System.Text;

namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>A stream that takes octets only once it is opened, and looks at them only then.</summary>
internal sealed class GatedStream : MemoryStream
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Text => Encoding.UTF8.GetString(ToArray());

    public void Open() => _open.SetResult();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _open.Task.WaitAsync(cancellationToken);
        Write(buffer.Span);
    }
}
