namespace Nearcall;

/// <summary>
/// The three ways in which a call ends early, as one token: its caller cancels it, its time runs out, its client is disposed.
/// </summary>
internal sealed class CallDeadline : IDisposable
{
    // What the timers of the framework can count.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);
    private static readonly TimeSpan TimerPrecision = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _onCancel;
    private readonly CancellationTokenRegistration _onClose;
    private readonly CancellationToken _caller;
    private readonly CancellationToken _closing;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly string _method;

    public CallDeadline(string method, TimeSpan timeout, TimeProvider clock, CancellationToken caller, CancellationToken closing)
    {
        _method = method;
        _timeout = timeout;
        _clock = clock;
        _start = clock.GetTimestamp();
        _caller = caller;
        _closing = closing;
        _source = timeout == Timeout.InfiniteTimeSpan ? new CancellationTokenSource() : new CancellationTokenSource(timeout, clock);
        _onCancel = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        _onClose = closing.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    public bool IsOver => _source.IsCancellationRequested;

    /// <summary>
    /// Whether the time is up by the clock. The timer of an <see cref="HttpClient"/> with the same time-out may be a little faster
    /// than ours.
    /// </summary>
    public bool HasRunOut => _timeout != Timeout.InfiniteTimeSpan && _clock.GetElapsedTime(_start) >= _timeout - TimerPrecision;

    public static TimeSpan Checked(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout <= Longest)
            ? timeout
            : throw new ArgumentOutOfRangeException(
                nameof(timeout), timeout, "A time-out is above zero and at most 24 days, or Timeout.InfiniteTimeSpan.");

    public static TimeSpan Shortest(TimeSpan first, TimeSpan second)
    {
        if (first == Timeout.InfiniteTimeSpan)
        {
            return second;
        }

        return second == Timeout.InfiniteTimeSpan || first < second ? first : second;
    }

    /// <summary>What the caller is told. Whoever asked for the end is believed first, then the owner, then the clock.</summary>
    public Exception ToException(ClientEndpoint endpoint, Exception? cause)
    {
        if (_caller.IsCancellationRequested)
        {
            return new OperationCanceledException($"The call of '{_method}' was cancelled.", cause, _caller);
        }

        return _closing.IsCancellationRequested
            ? new ObjectDisposedException(nameof(XmlRpcClient), $"The client was disposed while it called '{_method}'.")
            : new TimeoutException(
                FormattableString.Invariant($"{endpoint} did not answer the call of '{_method}' within {_timeout.TotalSeconds:0.###} s."), cause);
    }

    public void Dispose()
    {
        _onCancel.Dispose();
        _onClose.Dispose();
        _source.Dispose();
    }
}
