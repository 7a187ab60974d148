using System.Diagnostics;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>A task that somebody waits for. At most one poll of it is under way, and its response serves every waiter. Used under the poller's lock.</summary>
internal sealed class PolledTask(PollQueue queue, string id, Activity? span)
{
    // A batch that leaves a task out which a poll of its own finds: once that may be a lag, twice it is the rule.
    private const int OmissionsThatStay = 2;

    private byte _omissions;

    /// <summary>The queue of the task's family.</summary>
    public PollQueue Queue { get; } = queue;

    public string Id { get; } = id;

    /// <summary>The span of the first wait, else what it was part of: the polls belong to it.</summary>
    public Activity? Span { get; } = span;

    /// <summary>The first of the waiters, each of which knows the next. Nearly every task has one, which needs no list.</summary>
    public TaskWaiter? FirstWaiter { get; private set; }

    /// <summary>When the next poll is due; null while none is planned or one is under way.</summary>
    public TimeSpan? Due { get; set; }

    /// <summary>The pause that led to <see cref="Due"/>.</summary>
    public TimeSpan Interval { get; set; }

    /// <summary>The poll that is under way; null while there is none.</summary>
    public Poll? Poll { get; set; }

    /// <summary>Whether the next poll is for this task alone.</summary>
    public bool IsAlone { get; set; }

    public TaskResponse? LastResponse { get; set; }

    public TimeSpan RespondedAt { get; set; }

    /// <summary>Whether somebody waits for a response right now.</summary>
    public bool IsAwaited
    {
        get
        {
            TaskWaiter? waiter = FirstWaiter;
            while (waiter is { Pending: null }) waiter = waiter.Next;
            return waiter is not null;
        }
    }

    public void Add(TaskWaiter waiter) => (waiter.Next, FirstWaiter) = (FirstWaiter, waiter);

    public void Remove(TaskWaiter waiter)
    {
        if (FirstWaiter == waiter)
        {
            FirstWaiter = waiter.Next;
            return;
        }

        TaskWaiter? before = FirstWaiter;
        while (before is not null && before.Next != waiter) before = before.Next;
        before?.Next = waiter.Next;
    }

    /// <summary>A batch has left the task out.</summary>
    public void Omit()
    {
        IsAlone = true;
        if (_omissions < OmissionsThatStay) _omissions++;
    }

    /// <summary>No batch can have the task.</summary>
    public void Exclude() => (IsAlone, _omissions) = (true, OmissionsThatStay);

    /// <summary>A poll for this task alone has ended.</summary>
    /// <param name="isFound">Whether it was answered.</param>
    public void EndAlone(bool isFound) => IsAlone = isFound && _omissions >= OmissionsThatStay;
}
