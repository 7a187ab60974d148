namespace Evolink.Runtime.Tasks.Polling;

/// <summary>When each wait is over, whether there was a response or not. Used under the poller's lock.</summary>
internal sealed class WaitDeadlines
{
    // The rounding of a clock.
    private static readonly TimeSpan s_tolerance = TimeSpan.FromMilliseconds(1);

    private readonly PriorityQueue<TaskWaiter, TimeSpan> _deadlines = new();

    /// <summary>The earliest deadline; null where nobody waits.</summary>
    public TimeSpan? Next => _deadlines.TryPeek(out _, out TimeSpan deadline) ? deadline : null;

    /// <summary>Sets the deadline of a waiter. It moves where a response tells the kind of task, and stays otherwise.</summary>
    public void Set(TaskWaiter waiter, TimeSpan deadline)
    {
        if (waiter.Deadline is { } known && (known - deadline).Duration() < s_tolerance) return;
        if (waiter.Deadline is not null) Remove(waiter);
        _deadlines.Enqueue(waiter, deadline);
        waiter.Deadline = deadline;
    }

    /// <summary>Gives a waiter, whose deadline has been taken out, some more time.</summary>
    public void Extend(TaskWaiter waiter, TimeSpan deadline) => _deadlines.Enqueue(waiter, deadline);

    public void Remove(TaskWaiter waiter) => _deadlines.Remove(waiter, out _, out _);

    /// <summary>Takes out a waiter whose deadline has come; null where there is none.</summary>
    public TaskWaiter? TakeExpired(TimeSpan now) => Next <= now ? _deadlines.Dequeue() : null;
}
