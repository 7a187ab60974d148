using Evolink.Runtime.Configuration;
using Evolink.Runtime.Responses;
using Evolink.Runtime.Tasks.Polling;

namespace Evolink.Runtime.Tasks;

/// <summary>When a wait polls next, and when it gives up.</summary>
internal sealed class WaitSchedule(TaskOrigin origin, WaitProgress progress, ClientSettings settings, LowDiscrepancySequence spread, TimeSpan? timeout)
{
    private int _polls;

    /// <summary>The wait's limit: the caller's, else the options', else by the kind of task.</summary>
    public TimeSpan Limit
    {
        get
        {
            TimeSpan limit = WaitLimits.Resolve(settings.Polling, Known?.Type);
            return timeout < limit ? timeout.Value : limit;
        }
    }

    private TaskState? Known => progress.Last?.State ?? origin.First;

    /// <summary>Counts a poll, and says how long to wait before it. No pause begins that would pass the limit: it is shortened to end there.</summary>
    /// <param name="elapsed">Since the wait began.</param>
    /// <param name="hasFailed">Whether the last poll failed.</param>
    /// <returns>Null where the wait is over.</returns>
    public TimeSpan? Next(TimeSpan elapsed, bool hasFailed)
    {
        TimeSpan left = Limit - elapsed, delay = Delay(elapsed, hasFailed);
        bool isFirst = _polls++ == 0;
        if (delay <= left) return delay;
        bool isTooShort = left < settings.Polling.MinimumInterval && !isFirst;
        return left <= TimeSpan.Zero || isTooShort ? null : left;
    }

    private TimeSpan Delay(TimeSpan elapsed, bool hasFailed)
    {
        // A resumed task may long be done: poll at once.
        if (_polls == 0 && origin.First is null) return TimeSpan.Zero;
        PollHistory history = new(elapsed, Known?.EstimatedTime, progress.Percent, _polls);
        return _polls == 0 || hasFailed
            ? PollDelay.Spread(settings.Polling, history, spread.Next())
            : PollDelay.Next(settings.Polling, history, settings.Jitter.Next());
    }
}
