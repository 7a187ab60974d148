namespace Evolink.Runtime.Tasks.Polling;

/// <summary>When each wait is over, whether there was a response or not. Used under the poller's lock.</summary>
internal sealed class WaitDeadlines
{
    // Fewer are not worth the walk.
    private const int MostStale = 64;

    // The rounding of a clock.
    private static readonly TimeSpan s_tolerance = TimeSpan.FromMilliseconds(1);

    private readonly PriorityQueue<TaskWaiter, TimeSpan> _deadlines = new();

    // Entries of waits that have left, or have another deadline by now. To look for each at once would take a walk through all.
    private int _stale;

    /// <summary>The earliest deadline; null where nobody waits.</summary>
    public TimeSpan? Next
    {
        get
        {
            while (_deadlines.TryPeek(out TaskWaiter? waiter, out TimeSpan deadline))
            {
                if (waiter.Deadline == deadline) return deadline;
                _deadlines.Dequeue();
                _stale--;
            }

            return null;
        }
    }

    /// <summary>Sets the deadline of a waiter. It moves where a response tells the kind of task, and stays otherwise.</summary>
    public void Set(TaskWaiter waiter, TimeSpan deadline)
    {
        if (waiter.Deadline is { } known && (known - deadline).Duration() < s_tolerance) return;
        Remove(waiter);
        waiter.Deadline = deadline;
        _deadlines.Enqueue(waiter, deadline);
    }

    /// <summary>Forgets the deadline of a waiter.</summary>
    public void Remove(TaskWaiter waiter)
    {
        if (waiter.Deadline is null) return;
        waiter.Deadline = null;
        _stale++;
        if (_stale > MostStale && _stale > _deadlines.Count / 2) DropStale();
    }

    /// <summary>Takes out a waiter whose deadline has come; null where there is none.</summary>
    public TaskWaiter? TakeExpired(TimeSpan now)
    {
        if (!(Next <= now)) return null;
        TaskWaiter waiter = _deadlines.Dequeue();
        waiter.Deadline = null;
        return waiter;
    }

    private void DropStale()
    {
        (TaskWaiter Waiter, TimeSpan Deadline)[] left = [.. _deadlines.UnorderedItems.Where(entry => entry.Element.Deadline == entry.Priority)];
        _deadlines.Clear();
        _deadlines.EnqueueRange(left);
        _stale = 0;
    }
}
