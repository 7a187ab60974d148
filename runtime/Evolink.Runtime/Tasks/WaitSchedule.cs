using Evolink.Runtime.Configuration;
using Evolink.Runtime.Responses;
using Evolink.Runtime.Tasks.Polling;

namespace Evolink.Runtime.Tasks;

/// <summary>When a wait polls next, and when it gives up.</summary>
internal sealed class WaitSchedule(TaskOrigin origin, WaitProgress progress, ClientSettings settings, TaskPoller poller, TimeSpan? timeout)
{
    // A wait that begins long after its task, or a machine that slept, says little of how long the task ran.
    private const double WidestEnd = 2;

    private int _polls;
    private TimeSpan _lastSeen;
    private TimeSpan _lastPause;

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

    // As the create has them, where there was one: what is learnt must be found again before the first poll of the next task.
    private string Model => (origin.First ?? Known)?.Model ?? "";

    private TimeSpan? EstimatedTime => origin.First?.EstimatedTime ?? Known?.EstimatedTime;

    /// <summary>Counts a poll, and says how long to wait before it. No pause begins that would pass the limit: it is shortened to end there.</summary>
    /// <param name="elapsed">Since the wait began.</param>
    /// <param name="hasFailed">Whether the last poll failed.</param>
    /// <returns>Null where the wait is over.</returns>
    public TimeSpan? Next(TimeSpan elapsed, bool hasFailed)
    {
        TimeSpan left = Limit - elapsed, delay = Delay(elapsed, hasFailed);
        bool isFirst = _polls++ == 0;
        _lastPause = delay;
        if (delay <= left) return delay;
        bool isTooShort = left < settings.Polling.MinimumInterval && !isFirst;
        return left <= TimeSpan.Zero || isTooShort ? null : left;
    }

    /// <summary>A response showed that the task goes on.</summary>
    public void SeeRunning() => _lastSeen = Age(TimeSpan.Zero);

    /// <summary>A response showed that the task is completed: its run time is learnt from, where it was seen from its beginning.</summary>
    public void SeeCompleted()
    {
        if (origin.First is null) return;
        TimeSpan age = Age(TimeSpan.Zero);
        if (age - _lastSeen <= WidestEnd * _lastPause) poller.RunTimes.Learn(origin.Family, Model, EstimatedTime, (_lastSeen + age) / 2);
    }

    private TimeSpan Delay(TimeSpan elapsed, bool hasFailed)
    {
        // A resumed task may long be done: poll at once.
        if (_polls == 0 && origin.First is null) return TimeSpan.Zero;
        PollHistory history = new(Age(elapsed), poller.RunTimes.Predict(origin.Family, Model, EstimatedTime), progress.Percent, _polls);
        return _polls == 0 || hasFailed
            ? PollDelay.Spread(settings.Polling, history, poller.Spread.Next())
            : PollDelay.Next(settings.Polling, history, settings.Jitter.Next());
    }

    private TimeSpan Age(TimeSpan elapsed) => origin.First is null ? elapsed : settings.Time.GetElapsedTime(origin.CreatedAt);
}
