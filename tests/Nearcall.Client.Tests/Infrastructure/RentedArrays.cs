using System.Buffers;
using System.Diagnostics.Tracing;

namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>
/// Counts the byte arrays that are rented from the shared pool and given back, by the events of the pool itself. It sees the whole
/// process, so tests that use it run alone.
/// </summary>
[CollectionDefinition(nameof(RentedArrays), DisableParallelization = true)]
public sealed class RentedArrays : EventListener
{
    private const int BufferRented = 1;
    private const int BufferReturned = 3;

    private readonly int _pool = ArrayPool<byte>.Shared.GetHashCode();
    private int _outstanding;
    private int _total;

    public int Outstanding => Volatile.Read(ref _outstanding);

    public int Total => Volatile.Read(ref _total);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
        {
            EnableEvents(eventSource, EventLevel.Verbose);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.Payload is not { Count: >= 3 } payload || !Equals(payload[2], _pool))
        {
            return;
        }

        if (eventData.EventId == BufferRented)
        {
            Interlocked.Increment(ref _outstanding);
            Interlocked.Increment(ref _total);
        }
        else if (eventData.EventId == BufferReturned)
        {
            Interlocked.Decrement(ref _outstanding);
        }
    }
}
