namespace Nearcall;

/// <summary>
/// How the calls of one client that are made at about the same time gather to travel together, as one <c>system.multicall</c> (R65).
/// </summary>
/// <remarks>
/// <para>A call goes by itself, at once, while fewer than <see cref="MaxInFlight"/> requests are on their way and no others wait with it.
/// Calls that come while the requests are on their way gather, and go together when one of them is answered.</para>
/// <para>Immutable and safe to share between threads; change one with a <c>with</c> expression.</para>
/// </remarks>
public sealed record XmlRpcBatchingOptions
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>
    /// How many calls travel together at most. <see cref="XmlRpcLimits.MaxMulticallEntries"/> bounds it too, and so does a server that
    /// refuses a batch as too large: the client sends smaller ones from then on. Default: 500. Range: 2 and up.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int MaxEntries
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            field = value;
        }
    }
        = 500;

    /// <summary>
    /// How many bytes the calls of one batch have together at most, before compression. A call that is larger goes by itself. Default:
    /// 256 KiB. Range: 1 and up.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int MaxBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }
        = 256 * 1024;

    /// <summary>
    /// How many requests may be on their way before calls gather. More of them use more connections and more of the server at once, in
    /// smaller batches. Default: 2. Range: 1 and up.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int MaxInFlight
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }
        = 2;

    /// <summary>
    /// How long a call waits for others at most. Then it goes, although <see cref="MaxInFlight"/> requests are on their way, so that a
    /// slow one does not hold up the rest. Default: 10 milliseconds. Range: above zero to one day, or
    /// <see cref="Timeout.InfiniteTimeSpan"/>: <see cref="MaxInFlight"/> is never exceeded.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan MaxWait
    {
        get;
        init => field = value == Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value <= LongestWait)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, "A wait is above zero and at most one day, or Timeout.InfiniteTimeSpan.");
    }
        = TimeSpan.FromMilliseconds(10);
}
