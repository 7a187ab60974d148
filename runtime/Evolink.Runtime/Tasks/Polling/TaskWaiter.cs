namespace Evolink.Runtime.Tasks.Polling;

/// <summary>One waiter's place at the poller. Its state belongs to the poller, and is used under its lock.</summary>
internal sealed class TaskWaiter(TaskPoller poller, PolledTask task) : IDisposable
{
    public PolledTask Task { get; } = task;

    /// <summary>What the waiter waits for right now; null while it is busy with an answer.</summary>
    public TaskCompletionSource<TaskResponse?>? Pending { get; set; }

    /// <summary>When the wait is over, answer or not; null before the first question.</summary>
    public TimeSpan? Limit { get; set; }

    /// <summary>Whether the limit has passed, and the question under way has its last moment.</summary>
    public bool IsInGrace { get; set; }

    /// <summary>Whether it has had no answer yet.</summary>
    public bool IsNew { get; set; } = true;

    public bool HasLeft { get; set; }

    /// <summary>The next answer about the task, or null where the limit comes first.</summary>
    /// <param name="delay">When to ask at the latest. An answer that another waiter gets earlier serves this one too.</param>
    /// <param name="limit">When to give up if there was no occasion to ask: the server wanted a rest, or too many wait.</param>
    /// <param name="cancellationToken">Ends the wait at once; the other waiters do not notice.</param>
    /// <exception cref="EvolinkException">The question failed.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public Task<TaskResponse?> NextAsync(TimeSpan delay, TimeSpan limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return poller.NextAsync(this, delay, limit).WaitAsync(cancellationToken);
    }

    /// <summary>Leaves the poller.</summary>
    public void Dispose() => poller.Leave(this);
}
