namespace Nearcall;

/// <summary>How often, and how patiently, a client tries a call that failed on the way.</summary>
/// <remarks>
/// <para>A call that surely was not sent is tried again, whatever it does. One that may have been executed is tried again only if it
/// is idempotent, because its contract (<see cref="XmlRpcMethodAttribute.Idempotent"/>) or <see cref="XmlRpcCallOptions.Idempotent"/>
/// says so or because its name begins with <c>system.</c>, and only where another attempt may do better: after a connection that
/// broke, after <see cref="AttemptTimeout"/>, and after the statuses 429, 502, 503 and 504. A fault and an answer that cannot be read
/// are never a reason.</para>
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
    /// What the random part of the waits comes from, for tests; the client uses it from one thread at a time. Default: null, one of
    /// the client's own.
    /// </summary>
    public Random? Random { get; init; }

    private static TimeSpan Checked(TimeSpan wait) =>
        wait >= TimeSpan.Zero && wait <= LongestBackOff
            ? wait
            : throw new ArgumentOutOfRangeException(nameof(wait), wait, "A wait is at least zero and at most one day.");
}
