namespace Evolink.Runtime.Tasks.Polling;

/// <summary>The one timer of a poller. Used under the poller's lock.</summary>
internal sealed class PollTimer : IDisposable
{
    // Later than any load makes a timer.
    private static readonly TimeSpan s_asleep = TimeSpan.FromSeconds(10);

    private readonly ITimer _timer;
    private TimeSpan? _at;

    public PollTimer(TimeProvider time, TimerCallback callback, object state)
    {
        // It must not carry the context of whoever made the client into every poll.
        bool isSuppressed = ExecutionContext.IsFlowSuppressed();
        if (!isSuppressed) ExecutionContext.SuppressFlow();
        try
        {
            _timer = time.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (!isSuppressed) ExecutionContext.RestoreFlow();
        }
    }

    /// <summary>Sets the moment at which the timer fires; null for never.</summary>
    public void Set(TimeSpan? at, TimeSpan now)
    {
        _at = at;

        // Rounded up: timers know milliseconds, and an early one would find nothing to do.
        TimeSpan delay = at is { } moment ? TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (moment - now).TotalMilliseconds))) : Timeout.InfiniteTimeSpan;
        _timer.Change(delay, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the timer fired so late that the machine must have slept.</summary>
    public bool HasSlept(TimeSpan now) => now - _at > s_asleep;

    public void Dispose() => _timer.Dispose();
}
