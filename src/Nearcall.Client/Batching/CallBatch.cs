using System.Buffers;

namespace Nearcall;

/// <summary>Calls that gather, and then travel together. Gathers under the lock of its batcher.</summary>
internal sealed class CallBatch(TimeSpan since, TimeSpan gatherUntil) : IDisposable
{
    private readonly CancellationTokenSource _abandoned = new();
    private readonly PooledBuffer _entries = PooledBuffer.Rent(4096);
    private readonly List<BatchedCall> _calls = [];
    private bool _isSealed;
    private bool _isDisposed;

    /// <summary>When it began to gather.</summary>
    public TimeSpan Since { get; } = since;

    /// <summary>When it goes, whatever else is on its way.</summary>
    public TimeSpan GatherUntil { get; } = gatherUntil;

    /// <summary>When the first of its calls that are not over is.</summary>
    public TimeSpan EarliestDeadline { get; private set; } = TimeSpan.MaxValue;

    /// <summary>Cancelled when its last caller gave up.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    public IReadOnlyList<BatchedCall> Calls => _calls;

    public ReadOnlySpan<byte> Entries => _entries.WrittenSpan;

    public bool HasRoomFor(int length, int maxEntries, int maxBytes) =>
        _calls.Count < maxEntries && (long)_entries.Length + length <= maxBytes;

    public void Add(BatchedCall call, ReadOnlySpan<byte> entry)
    {
        call.Join(this, _entries.Length, entry.Length);
        _entries.Write(entry);
        _calls.Add(call);
        EarliestDeadline = call.Deadline < EarliestDeadline ? call.Deadline : EarliestDeadline;
    }

    /// <summary>Ends the gathering.</summary>
    public void Seal() => Volatile.Write(ref _isSealed, true);

    /// <summary>Collects the calls whose time is up.</summary>
    public void FindLate(TimeSpan now, List<BatchedCall> late)
    {
        if (EarliestDeadline > now)
        {
            return;
        }

        EarliestDeadline = TimeSpan.MaxValue;
        foreach (var call in _calls)
        {
            if (call.IsOver)
            {
                continue;
            }

            if (call.Deadline <= now)
            {
                late.Add(call);
            }
            else if (call.Deadline < EarliestDeadline)
            {
                EarliestDeadline = call.Deadline;
            }
        }
    }

    /// <summary>To be called when a call ended before the batch did.</summary>
    public void NoteEnd()
    {
        if (!Volatile.Read(ref _isSealed) || _calls.Exists(static call => !call.IsOver))
        {
            return;
        }

        lock (_abandoned)
        {
            if (!_isDisposed)
            {
                _abandoned.Cancel();
            }
        }
    }

    public void Dispose()
    {
        lock (_abandoned)
        {
            _isDisposed = true;
            _abandoned.Dispose();
        }

        _entries.Dispose();
    }
}
