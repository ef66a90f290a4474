using System.Diagnostics;

namespace Nearcall;

/// <summary>
/// Decides which calls of a client go alone and which together. A call goes alone while there is room on the way and nobody waits.
/// Others gather, and go when a request is answered, or when they waited long enough. When the calls before went together, one more
/// waits for a turn of the thread pool: the callers that were answered with it are about to call again.
/// </summary>
internal sealed class CallBatcher : IThreadPoolWorkItem, IDisposable
{
    private readonly Lock _lock = new();
    private readonly ClientSettings _settings;
    private readonly XmlRpcBatchingOptions _options;
    private readonly BatchSender _sender;
    private readonly TimeSpan _httpTimeout;
    private readonly ITimer _timer;
    private readonly Queue<CallBatch> _full = new();
    private readonly List<CallBatch> _sent = [];
    private CallBatch? _gathering;

    // Calls that may be sent twice do not share a batch with those that may not, where there are further attempts.
    private CallBatch? _gatheringIdempotent;
    private TimeSpan _timerDue = TimeSpan.MaxValue;
    private int _inFlight;
    private bool _isTurnDue;
    private bool _isClosed;

    public CallBatcher(XmlRpcClient client, ClientSettings settings, XmlRpcBatchingOptions options, TimeSpan httpTimeout)
    {
        _settings = settings;
        _options = options;
        _sender = new BatchSender(client, settings, options);
        _httpTimeout = httpTimeout;
        using (ExecutionContext.SuppressFlow())
        {
            _timer = settings.Clock.CreateTimer(
                static batcher => ((CallBatcher)batcher!).OnTime(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private bool IsAnyWaiting => _full.Count > 0 || _gathering is not null || _gatheringIdempotent is not null;

    /// <summary>Whether a call can travel with others.</summary>
    public bool Takes(in CallTerms terms) =>
        _sender.IsSupported && terms.Headers.Count == 0 && !terms.Method.StartsWith(CallTerms.SystemPrefix, StringComparison.Ordinal);

    /// <summary>Lets a call go by itself, if it may; it says when it is over with <see cref="Leave"/>.</summary>
    public bool TryGoAlone()
    {
        lock (_lock)
        {
            if (_inFlight >= _options.MaxInFlight || _sender.IsCrowd || IsAnyWaiting || _isClosed)
            {
                return false;
            }

            _inFlight++;
            return true;
        }
    }

    public void Leave()
    {
        bool isTurn;
        lock (_lock)
        {
            _inFlight--;
            isTurn = AskForTurn();
        }

        TakeTurn(isTurn);
    }

    /// <summary>Adds a call to those that wait.</summary>
    /// <param name="terms">What it is.</param>
    /// <param name="entry">The call as an entry of a batch.</param>
    /// <param name="converter">Reads its result.</param>
    /// <param name="span">Its span, if it has one.</param>
    public ValueTask<XmlRpcResult<T>> AddAsync<T>(
        in CallTerms terms, ReadOnlySpan<byte> entry, XmlRpcConverter<T> converter, Activity? span)
    {
        var timeout = CallDeadline.Shortest(CallDeadline.Shortest(_settings.Timeout, terms.Timeout), _httpTimeout);
        var now = _sender.Now;
        var deadline = timeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : now + timeout;
        var call = new BatchedCall<T>(terms, converter, timeout, deadline) { Span = span };
        call.Watch();
        bool isTurn;
        lock (_lock)
        {
            if (_isClosed)
            {
                throw call.Closed();
            }

            Gather(terms.IsIdempotent, call, entry, now);
            isTurn = AskForTurn();
        }

        TakeTurn(isTurn);
        return call.Outcome;
    }

    /// <summary>Begins to send what waits, as far as there is room on the way.</summary>
    public void Execute()
    {
        lock (_lock)
        {
            _isTurnDue = false;
        }

        while (TakeNext() is { } batch)
        {
            _ = RunAsync(batch);
        }
    }

    /// <summary>Ends the calls that wait. Those on their way end with their requests.</summary>
    public void Dispose()
    {
        CallBatch[] waiting;
        lock (_lock)
        {
            _isClosed = true;
            waiting = [.. Waiting()];
            _full.Clear();
            _gathering = _gatheringIdempotent = null;
        }

        _timer.Dispose();
        foreach (var call in waiting.SelectMany(static batch => batch.Calls))
        {
            call.End(call.Closed());
        }

        foreach (var batch in waiting)
        {
            batch.Dispose();
        }
    }

    private IEnumerable<CallBatch> Waiting()
    {
        var gathering = new[] { _gathering, _gatheringIdempotent };
        return _full.Concat(gathering.OfType<CallBatch>());
    }

    private void Gather(bool isIdempotent, BatchedCall call, ReadOnlySpan<byte> entry, TimeSpan now)
    {
        ref var gathering = ref _gathering;
        if (isIdempotent && _settings.Retry.MaxAttempts > 1)
        {
            gathering = ref _gatheringIdempotent;
        }

        if (gathering?.HasRoomFor(entry.Length, _sender.MaxEntries, _options.MaxBytes) == false)
        {
            _full.Enqueue(gathering);
            gathering = null;
        }

        if (gathering is null)
        {
            gathering = new CallBatch(now, _options.MaxWait == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : now + _options.MaxWait);
            Watch(gathering.GatherUntil, now);
        }

        gathering.Add(call, entry);
        Watch(call.Deadline, now);
    }

    /// <summary>Runs outside of any caller's context: in a turn of the thread pool, or behind another batch.</summary>
    private async Task RunAsync(CallBatch batch)
    {
        for (var next = batch; next is not null; next = TakeNext())
        {
            await _sender.SendAsync(next).ConfigureAwait(false);
            lock (_lock)
            {
                _inFlight--;
                _sent.Remove(next);
            }

            next.Dispose();
        }
    }

    private CallBatch? TakeNext()
    {
        lock (_lock)
        {
            var next = Oldest();
            if (next is null || (_inFlight >= _options.MaxInFlight && next.GatherUntil > _sender.Now))
            {
                return null;
            }

            if (next == _gathering)
            {
                _gathering = null;
            }
            else if (next == _gatheringIdempotent)
            {
                _gatheringIdempotent = null;
            }
            else
            {
                _full.Dequeue();
            }

            _inFlight++;
            _sent.Add(next);
            next.Seal();
            return next;
        }
    }

    private CallBatch? Oldest()
    {
        if (_full.TryPeek(out var full))
        {
            return full;
        }

        var isIdempotent = _gathering is null || _gatheringIdempotent?.Since < _gathering.Since;
        return isIdempotent ? _gatheringIdempotent : _gathering;
    }

    private bool AskForTurn()
    {
        if (_isTurnDue || _inFlight >= _options.MaxInFlight || !IsAnyWaiting)
        {
            return false;
        }

        _isTurnDue = true;
        return true;
    }

    private void TakeTurn(bool isTurn)
    {
        if (isTurn)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private void Watch(TimeSpan due, TimeSpan now)
    {
        if (due < _timerDue)
        {
            _timerDue = due;
            _timer.Change(CallDeadline.Delay(due - now), Timeout.InfiniteTimeSpan);
        }
    }

    private void OnTime()
    {
        var late = new List<BatchedCall>();
        bool isTurn;
        lock (_lock)
        {
            if (_isClosed)
            {
                return;
            }

            var now = _sender.Now;
            var next = TimeSpan.MaxValue;
            var isOverdue = false;
            foreach (var batch in Waiting())
            {
                isOverdue |= batch.GatherUntil <= now;
                next = batch.GatherUntil > now && batch.GatherUntil < next ? batch.GatherUntil : next;
            }

            foreach (var batch in Waiting().Concat(_sent))
            {
                batch.FindLate(now, late);
                next = batch.EarliestDeadline < next ? batch.EarliestDeadline : next;
            }

            _timerDue = TimeSpan.MaxValue;
            Watch(next, now);
            isTurn = isOverdue && !_isTurnDue;
            _isTurnDue |= isTurn;
        }

        foreach (var call in late)
        {
            call.End(call.TimedOut(_settings.Endpoints.Current, cause: null));
        }

        TakeTurn(isTurn);
    }
}
