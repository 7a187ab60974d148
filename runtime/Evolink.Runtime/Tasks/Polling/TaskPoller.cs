using System.Diagnostics;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Diagnostics;
using Evolink.Runtime.Retry;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>
/// Polls all the tasks that one client waits for: one schedule, one timer, and one rate for all of them. Nothing runs while nobody waits.
/// </summary>
internal sealed class TaskPoller : IDisposable
{
    // Where a server says "too often" without a time, the vendor's documentation asks for a minute; at half the rate afterwards, this is enough.
    private static readonly TimeSpan s_defaultCooldown = TimeSpan.FromSeconds(5);

    // A poll that is under way when the limit comes may bring the end: as long as a response takes, and not as long as one that hangs.
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private readonly Dictionary<(TaskFamily Family, string Id), PolledTask> _tasks = [];
    private readonly PollSchedule _schedule = new();
    private readonly WaitDeadlines _deadlines = new();
    private readonly TaskQuery _query;
    private readonly string _clientName;
    private readonly TimeProvider _time;
    private readonly TimeSpan _shortest;
    private readonly PollRate _rate;
    private readonly PollTimer _timer;
    private readonly long _start;
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
        _timer = new PollTimer(_time, static poller => ((TaskPoller)poller!).OnTimer(), this);
    }

    /// <summary>For pauses of waits that start or recover together.</summary>
    public LowDiscrepancySequence Spread { get; }

    /// <summary>How many waiters there are, if every one of them is in a pause; else null. A test's clock goes by it.</summary>
    public int? PausedWaiters
    {
        get
        {
            lock (_lock) return _polling == 0 && _pending == _waiters ? _waiters : null;
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Joins the waiters of a task; dispose the waiter to leave.</summary>
    /// <param name="family">How the task is queried.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="span">The span that the polls belong to, if the task has none yet.</param>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public TaskWaiter Join(TaskFamily family, string taskId, Activity? span)
    {
        lock (_lock)
        {
            ThrowIfDisposed();
            if (!_tasks.TryGetValue((family, taskId), out PolledTask? task)) _tasks.Add((family, taskId), task = new PolledTask(family, taskId, span));
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
            _deadlines.Set(waiter, now + limit);
            if (!waiter.Task.IsPolling) _schedule.Plan(waiter.Task, now + delay, delay > _shortest ? delay : _shortest);
            SetTimer(now);
            return waiter.Pending.Task;
        }
    }

    /// <summary>Takes a waiter out. The last one of a task ends the poll that is under way.</summary>
    public void Leave(TaskWaiter waiter)
    {
        lock (_lock)
        {
            if (waiter.HasLeft) return;
            waiter.HasLeft = true;
            _waiters--;
            if (waiter.Pending is not null) Free(waiter);
            _deadlines.Remove(waiter);
            waiter.Task.Waiters.Remove(waiter);
            bool isLast = waiter.Task.Waiters.Count == 0;
            if (isLast) Forget(waiter.Task);
            SetTimer(Now);
            if (!isLast) return;
        }

        waiter.Task.Abandon();
    }

    /// <summary>The server wants fewer requests: whatever kind of call it turned away, the polls pause too.</summary>
    public void Cooldown(TimeSpan? requested)
    {
        lock (_lock)
        {
            TimeSpan now = Now, duration = requested ?? s_defaultCooldown;
            _rate.Cooldown(now, duration < Backoff.Cap ? duration : Backoff.Cap, isAwaited: _schedule.Next is not null);
            SetTimer(now);
        }
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

    private void OnTimer()
    {
        lock (_lock)
        {
            if (_disposed) return;
            TimeSpan now = Now;
            bool hasSlept = _timer.HasSlept(now);
            if (hasSlept) _rate.WakeUp(now);
            SendDuePolls(now);
            EndExpiredWaits(now, hasSlept);
            SetTimer(now);
        }
    }

    private void SendDuePolls(TimeSpan now)
    {
        while (_schedule.Next is var (task, due) && due <= now && _rate.Next <= now)
        {
            _schedule.Take(task);
            if (due < _rate.CooldownEnd)
            {
                // All that fell due in a cooldown would come at its end: spread it over one interval.
                _schedule.Plan(task, _rate.CooldownEnd + (task.Interval * Spread.Next()), task.Interval);
                continue;
            }

            _rate.Take(now);
            task.IsPolling = true;
            _polling++;
            _ = PollAsync(task);
        }
    }

    private void EndExpiredWaits(TimeSpan now, bool hasSlept)
    {
        while (_deadlines.TakeExpired(now) is { } waiter)
        {
            if (waiter.Pending is not { } pending) continue;
            if ((waiter.Task.IsPolling || hasSlept) && !waiter.IsInGrace)
            {
                // A machine that slept past the limit polls once more: the task has long been done. Its polls are spread over one interval.
                waiter.IsInGrace = true;
                _deadlines.Extend(waiter, now + s_grace + (waiter.Task.IsPolling ? TimeSpan.Zero : waiter.Task.Interval));
                continue;
            }

            Free(waiter);
            pending.SetResult(null);
        }
    }

    private async Task PollAsync(PolledTask task)
    {
        // The caller holds the lock; what may run at once must not run under it.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        if (task.Span is { IsStopped: false } span) TelemetrySpan.MakeCurrent(span);
        try
        {
            TaskResponse response = await _query.PollAsync(task.Family, task.Id, task.Abandoned.Token).ConfigureAwait(false);
            OnPolled(task, response, null);
        }
        catch (Exception failure)
        {
            // Whatever it is belongs to the waiters.
            OnPolled(task, null, failure);
        }
    }

    private void OnPolled(PolledTask task, TaskResponse? response, Exception? failure)
    {
        lock (_lock)
        {
            TimeSpan now = Now;
            task.IsPolling = false;
            _polling--;
            if (response is not null)
            {
                (task.LastResponse, task.RespondedAt) = (response, now);
                _rate.Recover();
            }

            Release(task, response, failure);
            SetTimer(now);
        }
    }

    private void SetTimer(TimeSpan now)
    {
        if (_disposed) return;
        TimeSpan? next = _schedule.Next is var (_, due) ? (due > _rate.Next ? due : _rate.Next) : null;
        _timer.Set(_deadlines.Next is { } deadline && (next is null || deadline < next) ? deadline : next, now);
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

    private void Forget(PolledTask task)
    {
        task.Due = null;
        _tasks.Remove((task.Family, task.Id));
        if (_tasks.Count == 0) _schedule.Clear();
    }

    private void ThrowIfDisposed()
    {
        if (_disposed) throw Disposed();
    }

    // What was disposed is the client, as far as its user is concerned.
    private ObjectDisposedException Disposed() => new(_clientName);
}
