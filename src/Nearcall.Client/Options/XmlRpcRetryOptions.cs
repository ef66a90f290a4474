namespace Nearcall;

/// <summary>How often, and how patiently, a client tries a call that failed on the way.</summary>
/// <remarks>
/// <para>A call that surely was not sent is tried again, whatever it does. One that may have been executed is tried again only if it
/// is idempotent, because its contract (<see cref="XmlRpcMethodAttribute.Idempotent"/>) or <see cref="XmlRpcCallOptions.Idempotent"/>
/// says so or because its name begins with <c>system.</c>, and only where another attempt may do better: after a connection that
/// broke, after <see cref="AttemptTimeout"/>, and after the statuses 429, 502, 503 and 504. A fault and an answer that cannot be read
/// are never a reason.</para>
/// <para>All calls of a client share one <see cref="Budget"/> of further attempts.</para>
/// <para><see cref="XmlRpcClientOptions.Timeout"/> bounds all attempts and the waits between them. Where the next wait would pass it
/// the call fails at once.</para>
/// <para>Immutable and safe to share between threads; change one with a <c>with</c> expression.</para>
/// </remarks>
public sealed record XmlRpcRetryOptions
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromDays(1);

    /// <summary>How often a call is tried at most, the first time included. Default: 3. Range: 1 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int MaxAttempts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            field = value;
        }
    }
        = 3;

    /// <summary>
    /// How long to wait before the second attempt. Each further wait is twice as long, up to <see cref="MaxBackOff"/>, and of each a
    /// random part of up to one half is left out, so that clients that failed together do not come back together. A server that
    /// says <c>Retry-After</c> is given that time, if it is longer. Default: 200 milliseconds. Range: zero to one day.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan BackOff { get; init => field = Checked(value); } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait that <see cref="BackOff"/> grows to. Default: 10 seconds. Range: zero to one day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan MaxBackOff { get; init => field = Checked(value); } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long one attempt of an idempotent call may take: a server may be frozen. Other calls have all the time there is, as they
    /// could not be tried again. Default: <see cref="Timeout.InfiniteTimeSpan"/>, no limit of its own. Range: above zero to 24 days.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan AttemptTimeout { get; init => field = CallDeadline.Checked(value); } = Timeout.InfiniteTimeSpan;

    /// <summary>
    /// How many further attempts the client's calls may have together for each call that is made: 0.1 is one for ten calls. Servers that
    /// are overloaded are kept so by attempts that come on top of the calls; a few that are gone need only a few. Where nothing is left,
    /// a call fails at once with what it failed of, and the message says so. Default: 0.1. Range: 0 to 100; null for no bound but
    /// <see cref="MaxAttempts"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double? Budget
    {
        get;
        init
        {
            if (value is not (null or (>= 0 and <= 100)))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "A budget is null, or from 0 to 100 attempts for each call.");
            }

            field = value;
        }
    }
        = 0.1;

    /// <summary>
    /// The most that gathers in the <see cref="Budget"/>, and what it holds at first: about as many as there are calls under way at a
    /// time, all of which fail when a server dies. Default: 100. Range: 1 to 1,000,000.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int BudgetReserve
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000_000);
            field = value;
        }
    }
        = 100;

    /// <summary>
    /// What the random part of the waits comes from, for tests; the client uses it from one thread at a time. Default: null, one of
    /// the client's own.
    /// </summary>
    public Random? Random { get; init; }

    private static TimeSpan Checked(TimeSpan wait) =>
        wait >= TimeSpan.Zero && wait <= LongestBackOff
            ? wait
            : throw new ArgumentOutOfRangeException(nameof(wait), wait, "A wait is at least zero and at most one day.");
}
