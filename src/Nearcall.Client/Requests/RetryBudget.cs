namespace Nearcall;

/// <summary>How many further attempts the calls of a client may have together: calls bring it in, and attempts use it up.</summary>
/// <remarks>Safe to use from many threads. While it is full, as it nearly always is, a call only looks at it.</remarks>
internal sealed class RetryBudget(double perCall, int reserve)
{
    // Attempts are counted in millionths, so that calls can bring in a part of one.
    private const long One = 1_000_000;

    private readonly long _perCall = (long)Math.Round(perCall * One);
    private readonly long _full = reserve * One;
    private long _left = reserve * One;

    /// <summary>Brings in the share of a call.</summary>
    public void AddCall()
    {
        var left = Volatile.Read(ref _left);
        while (left < _full)
        {
            var before = Interlocked.CompareExchange(ref _left, Math.Min(left + _perCall, _full), left);
            if (before == left)
            {
                return;
            }

            left = before;
        }
    }

    /// <summary>Takes out a further attempt, if there is one.</summary>
    public bool TrySpend()
    {
        var left = Volatile.Read(ref _left);
        while (left >= One)
        {
            var before = Interlocked.CompareExchange(ref _left, left - One, left);
            if (before == left)
            {
                return true;
            }

            left = before;
        }

        return false;
    }
}
