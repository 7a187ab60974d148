using System.Diagnostics;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>A task that somebody waits for. At most one poll of it is under way, and its response serves every waiter. Used under the poller's lock.</summary>
internal sealed class PolledTask(TaskFamily family, string id, Activity? span)
{
    public TaskFamily Family { get; } = family;

    public string Id { get; } = id;

    /// <summary>The span of the first wait, else what it was part of: the polls belong to it.</summary>
    public Activity? Span { get; } = span;

    public List<TaskWaiter> Waiters { get; } = [];

    /// <summary>When the next poll is due; null while none is planned or one is under way.</summary>
    public TimeSpan? Due { get; set; }

    /// <summary>The pause that led to <see cref="Due"/>.</summary>
    public TimeSpan Interval { get; set; }

    /// <summary>Whether a poll is under way.</summary>
    public bool IsPolling { get; set; }

    public TaskResponse? LastResponse { get; set; }

    public TimeSpan RespondedAt { get; set; }

    /// <summary>Ends the poll under way once nobody waits for it any more.</summary>
    public CancellationTokenSource Abandoned { get; } = new();

    /// <summary>Ends the poll under way. Not under the lock: cancelling runs other people's callbacks.</summary>
    public void Abandon()
    {
        try
        {
            Abandoned.Cancel();
        }
        catch (AggregateException)
        {
            // A callback threw that somebody else had registered; all of them have run by then. It must not stand for the wait's result.
        }
    }
}
