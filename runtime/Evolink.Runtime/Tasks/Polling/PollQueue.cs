namespace Evolink.Runtime.Tasks.Polling;

/// <summary>The polls that are planned of one family's tasks, each task's next one, in the order in which they are due. Used under the poller's lock.</summary>
internal sealed class PollQueue(TaskFamily family, bool useBatch)
{
    // A task whose poll is nearly due goes with a batch that leaves now: it costs no request of its own later.
    private const double Nearly = 0.1;

    private readonly PriorityQueue<PolledTask, TimeSpan> _polls = new();

    public TaskFamily Family { get; } = family;

    public BatchSupport Batches { get; } = new(useBatch ? family.Batch : null);

    /// <summary>When the next poll is due; null where none is planned.</summary>
    public TimeSpan? NextDue => Next?.Due;

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

    /// <summary>Takes out what the next request asks for: the task that is due, and where the server takes batches, those that are due with it.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cooldownEnd">When the last cooldown ended. What was due before would come all at once: it is spread over one interval.</param>
    /// <param name="spread">Where in the interval.</param>
    /// <returns>The tasks, none where all have been planned anew.</returns>
    public List<PolledTask> TakeDue(TimeSpan now, TimeSpan cooldownEnd, LowDiscrepancySequence spread)
    {
        List<PolledTask> taken = [];
        int most = Batches.MaximumCount(now);
        while (taken.Count < most && Next is var (task, due))
        {
            if (due > now + (taken.Count == 0 ? TimeSpan.Zero : task.Interval * Nearly)) break;
            if (task.IsAlone && taken.Count > 0) break;
            _polls.Dequeue();
            task.Due = null;
            if (due < cooldownEnd)
            {
                Plan(task, cooldownEnd + (task.Interval * spread.Next()), task.Interval);
                continue;
            }

            taken.Add(task);
            if (task.IsAlone) break;
        }

        return taken;
    }

    /// <summary>Forgets everything: nobody waits any more.</summary>
    public void Clear() => _polls.Clear();

    private (PolledTask Task, TimeSpan Due)? Next
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
}
