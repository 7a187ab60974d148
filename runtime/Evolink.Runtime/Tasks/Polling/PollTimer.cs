using Evolink.Runtime.Configuration;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>The one timer of a poller. Used under the poller's lock.</summary>
internal sealed class PollTimer : IDisposable
{
    // Later than any load makes a timer.
    private static readonly TimeSpan s_asleep = TimeSpan.FromSeconds(10);

    private readonly ITimer _timer;
    private TimeSpan? _at;

    public PollTimer(TimeProvider time, TimerCallback callback, object state) => _timer = TimerWithoutContext.Create(time, callback, state);

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
