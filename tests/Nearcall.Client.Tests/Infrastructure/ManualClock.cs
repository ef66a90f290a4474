namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>A clock that stands until a test moves it.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private TimeSpan _now = TimeSpan.FromHours(1);

    /// <summary>The waits that this clock passes over as soon as they begin, in order; longer ones stand until a test moves it.</summary>
    public List<TimeSpan> Skipped { get; } = [];

    /// <summary>The longest wait that is passed over at once. Default: none is.</summary>
    public TimeSpan Patience { get; init; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return DateTimeOffset.UnixEpoch + _now;
        }
    }

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _now.Ticks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ManualTimer timer;
        lock (_lock)
        {
            timer = new ManualTimer(this, () => callback(state)) { Due = Due(dueTime) };
            _timers.Add(timer);
        }

        if (dueTime > TimeSpan.Zero && dueTime <= Patience)
        {
            Skipped.Add(dueTime);
            Advance(dueTime);
        }

        return timer;
    }

    public void Advance(TimeSpan time)
    {
        ManualTimer[] due;
        lock (_lock)
        {
            _now += time;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            foreach (var timer in due)
            {
                timer.Due = TimeSpan.MaxValue;
            }
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    private TimeSpan Due(TimeSpan dueTime) => dueTime == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : _now + dueTime;

    private sealed class ManualTimer(ManualClock clock, Action fire) : ITimer
    {
        public TimeSpan Due { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                Due = clock.Due(dueTime);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
