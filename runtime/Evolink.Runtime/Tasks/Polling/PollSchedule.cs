namespace Evolink.Runtime.Tasks.Polling;

/// <summary>The polls that are planned, each task's next one, in the order in which they are due. Used under the poller's lock.</summary>
internal sealed class PollSchedule
{
    private readonly PriorityQueue<PolledTask, TimeSpan> _polls = new();

    /// <summary>The next poll; null where none is planned.</summary>
    public (PolledTask Task, TimeSpan Due)? Next
    {
        get
        {
            // Skips what was planned anew or is not waited for any more.
            while (_polls.TryPeek(out PolledTask? task, out TimeSpan due))
            {
                if (task.Due == due) return (task, due);
                _polls.Dequeue();
            }

            return null;
        }
    }

    /// <summary>Plans a poll, unless the task has an earlier one.</summary>
    /// <param name="task">The task.</param>
    /// <param name="due">When.</param>
    /// <param name="interval">The pause that leads to it.</param>
    public void Plan(PolledTask task, TimeSpan due, TimeSpan interval)
    {
        if (task.Due <= due) return;
        (task.Due, task.Interval) = (due, interval);
        _polls.Enqueue(task, due);
    }

    /// <summary>Takes the next poll out, to be sent or planned anew.</summary>
    public void Take(PolledTask task)
    {
        _polls.Dequeue();
        task.Due = null;
    }

    /// <summary>Forgets everything: nobody waits any more.</summary>
    public void Clear() => _polls.Clear();
}
