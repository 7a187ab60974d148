using System.Diagnostics;
using Evolink.Runtime.Configuration;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>
/// Asks for all the tasks that one client waits for: one queue of questions, one timer, and a rate for all of them together. Nothing
/// runs while nobody waits.
/// </summary>
internal sealed partial class TaskPoller : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PolledTask> _tasks = new(StringComparer.Ordinal);
    private readonly PriorityQueue<PolledTask, TimeSpan> _polls = new();
    private readonly PriorityQueue<TaskWaiter, TimeSpan> _limits = new();
    private readonly TaskQuery _query;
    private readonly string _clientName;
    private readonly TimeProvider _time;
    private readonly TimeSpan _shortest;
    private readonly PollRate _rate;
    private readonly ITimer _timer;
    private readonly long _start;
    private TimeSpan? _alarm;
    private int _waiters;
    private int _pending;
    private int _starting;
    private int _polling;
    private bool _disposed;

    public TaskPoller(TaskQuery query, ClientSettings settings)
    {
        (_query, _clientName, _time, _shortest) = (query, settings.Descriptor.ClientName, settings.Time, settings.Polling.MinimumInterval);
        _rate = new PollRate(settings.Polling.RequestsPerSecond);
        Spread = new LowDiscrepancySequence(settings.Jitter.Next());
        _start = _time.GetTimestamp();
        _timer = CreateTimer();
    }

    /// <summary>For pauses of waits that start or recover together.</summary>
    public LowDiscrepancySequence Spread { get; }

    /// <summary>How many waiters there are, if every one of them stands in a pause; else null. What a test's clock goes by.</summary>
    public int? PausedWaiters
    {
        get
        {
            lock (_lock) return _polling == 0 && _pending == _waiters ? _waiters : null;
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Joins the waiters of a task; dispose the place to leave.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="span">The span that the questions belong to, if the task has none yet.</param>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public TaskWaiter Join(string taskId, Activity? span)
    {
        lock (_lock)
        {
            ThrowIfDisposed();
            if (!_tasks.TryGetValue(taskId, out PolledTask? task)) _tasks.Add(taskId, task = new PolledTask(taskId, span));
            TaskWaiter waiter = new(this, task);
            task.Waiters.Add(waiter);
            _waiters++;
            return waiter;
        }
    }

    /// <inheritdoc cref="TaskWaiter.NextAsync"/>
    public Task<TaskResponse?> NextAsync(TaskWaiter waiter, TimeSpan delay, TimeSpan limit)
    {
        lock (_lock)
        {
            ThrowIfDisposed();
            TimeSpan now = Now;
            if (waiter.IsNew && waiter.Task.LastResponse is { } response && now - waiter.Task.RespondedAt < _shortest)
            {
                // What another waiter has just learned.
                waiter.IsNew = false;
                return Task.FromResult<TaskResponse?>(response);
            }

            if (delay == TimeSpan.Zero && _starting > 0) delay = _shortest * Spread.Next();
            if (waiter.IsNew) _starting++;
            _pending++;
            waiter.Pending = new TaskCompletionSource<TaskResponse?>(TaskCreationOptions.RunContinuationsAsynchronously);
            Limit(waiter, now + limit);
            if (!waiter.Task.IsPolling) Plan(waiter.Task, now + delay, delay > _shortest ? delay : _shortest);
            SetAlarm(now);
            return waiter.Pending.Task;
        }
    }

    /// <summary>Takes a waiter out. The last one of a task ends the question about it.</summary>
    public void Leave(TaskWaiter waiter)
    {
        lock (_lock)
        {
            if (waiter.HasLeft) return;
            waiter.HasLeft = true;
            _waiters--;
            if (waiter.Pending is not null) Free(waiter);
            _limits.Remove(waiter, out _, out _);
            waiter.Task.Waiters.Remove(waiter);
            bool isLast = waiter.Task.Waiters.Count == 0;
            if (isLast) Forget(waiter.Task);
            SetAlarm(Now);
            if (!isLast) return;
        }

        waiter.Task.Abandon();
    }

    /// <summary>Ends every wait with an <see cref="ObjectDisposedException"/>, and the timer.</summary>
    public void Dispose()
    {
        PolledTask[] tasks;
        lock (_lock)
        {
            if (_disposed) return;
            _disposed = true;
            _timer.Dispose();
            tasks = [.. _tasks.Values];
            foreach (PolledTask task in tasks) Release(task, null, Disposed());
        }

        foreach (PolledTask task in tasks) task.Abandon();
    }

    private void ThrowIfDisposed()
    {
        if (_disposed) throw Disposed();
    }

    // What was disposed is the client, as far as its user is concerned.
    private ObjectDisposedException Disposed() => new(_clientName);

    private void Forget(PolledTask task)
    {
        task.Due = null;
        _tasks.Remove(task.Id);
        if (_tasks.Count == 0) _polls.Clear();
    }

    private void Limit(TaskWaiter waiter, TimeSpan limit)
    {
        // It moves where an answer tells the kind of task; else it stays, give or take the rounding of a clock.
        if (waiter.Limit is { } known && (known - limit).Duration() < TimeSpan.FromMilliseconds(1)) return;
        if (waiter.Limit is not null) _limits.Remove(waiter, out _, out _);
        _limits.Enqueue(waiter, limit);
        waiter.Limit = limit;
    }

    private void Plan(PolledTask task, TimeSpan due, TimeSpan interval)
    {
        if (task.Due <= due) return;
        (task.Due, task.Interval) = (due, interval);
        _polls.Enqueue(task, due);
    }

    private void Release(PolledTask task, TaskResponse? response, Exception? failure)
    {
        foreach (TaskWaiter waiter in task.Waiters)
        {
            if (waiter.Pending is not { } pending) continue;
            Free(waiter);
            if (failure is null)
            {
                pending.SetResult(response);
                continue;
            }

            // Counts as seen even if the waiter is just leaving.
            pending.SetException(failure);
            _ = pending.Task.Exception;
        }
    }

    private void Free(TaskWaiter waiter)
    {
        waiter.Pending = null;
        _pending--;
        if (waiter.IsNew) _starting--;
        waiter.IsNew = false;
    }

    // The timer must not carry the context of whoever made the client into every question.
    private ITimer CreateTimer()
    {
        bool isSuppressed = ExecutionContext.IsFlowSuppressed();
        if (!isSuppressed) ExecutionContext.SuppressFlow();
        try
        {
            return _time.CreateTimer(static poller => ((TaskPoller)poller!).OnAlarm(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (!isSuppressed) ExecutionContext.RestoreFlow();
        }
    }
}
