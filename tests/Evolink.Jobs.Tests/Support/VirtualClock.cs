namespace Evolink.Jobs.Tests.Support;

/// <summary>A clock that moves when a test says so, with timers: an hour passes at once.</summary>
internal sealed class VirtualClock : TimeProvider
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly List<VirtualTimer> _timers = [];
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Since the clock was made.</summary>
    public TimeSpan Now
    {
        get
        {
            lock (_lock) return _now;
        }
    }

    public override long GetTimestamp() => Now.Ticks;

    public override DateTimeOffset GetUtcNow() => s_start + Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        VirtualTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock; what falls due on the way fires in its order.</summary>
    public void Advance(TimeSpan duration)
    {
        TimeSpan end = Now + duration;
        while (TakeDue(end) is { } timer) timer.Fire();
    }

    private VirtualTimer? TakeDue(TimeSpan end)
    {
        lock (_lock)
        {
            VirtualTimer? first = _timers.MinBy(static timer => timer.Due);
            if (first is null || first.Due > end)
            {
                _now = end;
                return null;
            }

            if (first.Due > _now) _now = first.Due;
            if (first.Period > TimeSpan.Zero) first.Due += first.Period;
            else _timers.Remove(first);
            return first;
        }
    }

    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                if (dueTime < TimeSpan.Zero) return true;
                (Due, Period) = (clock._now + dueTime, period);
                clock._timers.Add(this);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
