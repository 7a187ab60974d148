namespace Evolink.Runtime.Tasks.Polling;

/// <summary>One waiter's place at the poller. Its state belongs to the poller, and is used under its lock.</summary>
internal sealed class TaskWaiter(TaskPoller poller, PolledTask task) : IDisposable
{
    public PolledTask Task { get; } = task;

    /// <summary>What the waiter waits for right now; null while it is busy with a response.</summary>
    public TaskCompletionSource<TaskResponse?>? Pending { get; set; }

    /// <summary>When the wait is over, whether there was a response or not; null before the first poll.</summary>
    public TimeSpan? Deadline { get; set; }

    /// <summary>Whether the deadline has passed, and the poll that is under way may still bring the end.</summary>
    public bool IsInGrace { get; set; }

    /// <summary>Whether it has had no response yet.</summary>
    public bool IsNew { get; set; } = true;

    public bool HasLeft { get; set; }

    /// <summary>The next waiter of the same task.</summary>
    public TaskWaiter? Next { get; set; }

    /// <summary>The next response about the task, or null where the limit comes first.</summary>
    /// <param name="delay">When to poll at the latest. A response that another waiter gets earlier serves this one too.</param>
    /// <param name="limit">When to give up if there was no occasion to poll: the server wanted a pause, or too many wait.</param>
    /// <param name="cancellationToken">Ends the wait at once; the other waiters do not notice.</param>
    /// <exception cref="EvolinkException">The poll failed.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public Task<TaskResponse?> NextAsync(TimeSpan delay, TimeSpan limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return poller.NextAsync(this, delay, limit).WaitAsync(cancellationToken);
    }

    /// <summary>Leaves the poller.</summary>
    public void Dispose() => poller.Leave(this);
}
