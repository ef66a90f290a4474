namespace Nearcall;

/// <summary>
/// Lets the callers of a batch go on, in the thread pool. A thread lets many go, one after the other, as a work item for each would cost
/// more than most calls; and before it begins it asks for another thread, so that a caller that blocks holds up none but itself.
/// </summary>
internal sealed class CallersRelease(List<BatchedCall> calls) : IThreadPoolWorkItem
{
    private int _next;
    private int _isQueued;

    public void Start()
    {
        if (Interlocked.Exchange(ref _isQueued, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    public void Execute()
    {
        Volatile.Write(ref _isQueued, 0);
        int index;
        while ((index = Interlocked.Increment(ref _next) - 1) < calls.Count)
        {
            if (index + 1 < calls.Count)
            {
                Start();
            }

            if (calls[index].TryEnd())
            {
                calls[index].Signal();
            }
        }
    }
}
