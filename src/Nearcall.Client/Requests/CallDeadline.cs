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
    private readonly TimeProvider _clock;
    private readonly CancellationToken _closing;
    private CancellationTokenSource? _attempt;
    private CancellationTokenRegistration _onEnd;
    private TimeSpan _attemptTimeout;
    private CancellationTokenRegistration _onCancel;
    private readonly CancellationTokenRegistration _onClose;
    private CancellationToken _caller;
    private TimeSpan _timeout;
    private long _start;
    private string _method = "";
    private bool _isPaused;
    private bool _isDisposed;

    public CallDeadline(string method, TimeSpan timeout, TimeProvider clock, CancellationToken caller, CancellationToken closing)
    {
        _clock = clock;
        _closing = closing;
        _source = timeout == Timeout.InfiniteTimeSpan ? new CancellationTokenSource() : new CancellationTokenSource(timeout, clock);
        _onClose = closing.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        Start(method, timeout, caller);
    }

    /// <summary>Ends the attempt, and with it or before it the call.</summary>
    public CancellationToken Token => (_attempt ?? _source).Token;

    /// <summary>Whether the attempt is over.</summary>
    public bool IsOver => Token.IsCancellationRequested;

    /// <summary>Whether the whole call is over.</summary>
    public bool IsCallOver => _source.IsCancellationRequested || HasRunOut;

    /// <summary>What is left of the time of the call.</summary>
    public TimeSpan Left => _timeout == Timeout.InfiniteTimeSpan ? Longest : _timeout - _clock.GetElapsedTime(_start);

    /// <summary>
    /// Whether the time is up by the clock. The timer of an <see cref="HttpClient"/> with the same time-out may be a little faster
    /// than ours.
    /// </summary>
    public bool HasRunOut =>
        _timeout != Timeout.InfiniteTimeSpan && !_isPaused && _clock.GetElapsedTime(_start) >= _timeout - TimerPrecision;

    /// <summary>Whether the time-out bounds each silence of the peer, as it does where a stream is on its way, and not the whole call.</summary>
    public bool BoundsSilence { get; private set; }

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

    /// <summary>A time as a timer can count it, at least the least that it can.</summary>
    public static TimeSpan Delay(TimeSpan time) =>
        time > Longest ? Longest : time < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : time;

    /// <summary>What the caller is told. Whoever asked for the end is believed first, then the owner, then the clock.</summary>
    public Exception ToException(ClientEndpoint endpoint, Exception? cause)
    {
        if (_caller.IsCancellationRequested)
        {
            return new OperationCanceledException($"The call of '{_method}' was cancelled.", cause, _caller);
        }

        var limit = IsCallOver ? _timeout : _attemptTimeout;
        var what = BoundsSilence ? $"kept silent in the call of '{_method}' for" : $"did not answer the call of '{_method}' within";
        return _closing.IsCancellationRequested
            ? new ObjectDisposedException(nameof(XmlRpcClient), $"The client was disposed while it called '{_method}'.")
            : new TimeoutException(FormattableString.Invariant($"{endpoint} {what} {limit.TotalSeconds:0.###} s."), cause);
    }

    /// <summary>Makes the object as good as new for the next call of its client, if nothing ended this one early.</summary>
    public bool TryReset()
    {
        Unregister();
        // A source resets no timers but those of the system's clock, and a stream that is still being sent may yet move them.
        return _clock == TimeProvider.System && !BoundsSilence && _source.TryReset();
    }

    /// <summary>Begins the next call, after <see cref="TryReset"/>.</summary>
    public void Restart(string method, TimeSpan timeout, CancellationToken caller)
    {
        _source.CancelAfter(timeout);
        Start(method, timeout, caller);
    }

    /// <summary>Gives an attempt a time-out of its own, within that of the call.</summary>
    public void StartAttempt(TimeSpan timeout)
    {
        EndAttempt();
        if (timeout != Timeout.InfiniteTimeSpan)
        {
            _attemptTimeout = timeout;
            _attempt = new CancellationTokenSource(timeout, _clock);
            _onEnd = _source.Token.UnsafeRegister(static attempt => ((CancellationTokenSource)attempt!).Cancel(), _attempt);
        }
    }

    /// <summary>Begins to count anew, while the peer is waited for: from now on the time-out bounds its silence.</summary>
    public void CountSilence()
    {
        BoundsSilence = true;
        _start = _clock.GetTimestamp();
        _isPaused = false;
        SetTimers(_timeout, _attemptTimeout);
    }

    /// <summary>Stops counting, while the peer is not waited for.</summary>
    public void Pause()
    {
        BoundsSilence = true;
        _isPaused = true;
        SetTimers(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Waits between two attempts; without <paramref name="async"/> on this thread.</summary>
    /// <param name="async">Whether to wait in a task.</param>
    /// <param name="wait">How long.</param>
    /// <param name="endpoint">Who was called.</param>
    /// <param name="cause">Why there is a wait.</param>
    public async ValueTask WaitAsync(bool async, TimeSpan wait, ClientEndpoint endpoint, Exception cause)
    {
        EndAttempt();
        try
        {
            if (async)
            {
                await Task.Delay(wait, _clock, _source.Token).ConfigureAwait(false);
            }
            else
            {
                Block(wait);
            }
        }
        catch (OperationCanceledException) when (_source.IsCancellationRequested)
        {
            throw ToException(endpoint, cause);
        }
    }

    public void Dispose()
    {
        Unregister();
        _onClose.Dispose();
        lock (_source)
        {
            _isDisposed = true;
            _source.Dispose();
        }
    }

    // A request may still be written when its call is over.
    private void SetTimers(TimeSpan call, TimeSpan attempt)
    {
        lock (_source)
        {
            if (!_isDisposed)
            {
                _source.CancelAfter(call);
                _attempt?.CancelAfter(attempt);
            }
        }
    }

    private void Start(string method, TimeSpan timeout, CancellationToken caller)
    {
        _method = method;
        _timeout = timeout;
        _start = _clock.GetTimestamp();
        _caller = caller;
        _onCancel = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    private void Unregister()
    {
        EndAttempt();
        _onCancel.Dispose();
    }

    // A thread waits here as it waits for the network: it was asked to.
    private void Block(TimeSpan wait)
    {
        using var over = new ManualResetEventSlim();
        using var timer = _clock.CreateTimer(static over => ((ManualResetEventSlim)over!).Set(), over, wait, Timeout.InfiniteTimeSpan);
        over.Wait(_source.Token);
    }

    private void EndAttempt()
    {
        _onEnd.Dispose();
        lock (_source)
        {
            _attempt?.Dispose();
            _attempt = null;
        }
    }
}
