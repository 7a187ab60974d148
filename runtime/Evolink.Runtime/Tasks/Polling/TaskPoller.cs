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
    private readonly Dictionary<TaskFamily, PollQueue> _queues = [];
    private readonly WaitDeadlines _deadlines = new();
    private readonly TaskQuery _query;
    private readonly BatchQuery _batches;
    private readonly string _clientName;
    private readonly TimeProvider _time;
    private readonly TimeSpan _shortest;
    private readonly bool _useBatch;
    private readonly PollRate _rate;
    private readonly PollTimer _timer;
    private readonly long _start;
    private int _waiters;
    private int _pending;
    private int _starting;
    private int _polling;
    private bool _disposed;

    public TaskPoller(TaskQuery query, BatchQuery batches, ClientSettings settings)
    {
        (_query, _batches, _clientName, _time) = (query, batches, settings.Descriptor.ClientName, settings.Time);
        (_shortest, _useBatch) = (settings.Polling.MinimumInterval, settings.Polling.UseBatch);
        _rate = new PollRate(settings.Polling.RequestsPerSecond);
        Spread = new LowDiscrepancySequence(settings.Jitter.Next());
        _start = _time.GetTimestamp();
        _timer = new PollTimer(_time, static poller => ((TaskPoller)poller!).OnTimer(), this);
    }

    /// <summary>For pauses of waits that start or recover together.</summary>
    public LowDiscrepancySequence Spread { get; }

    /// <summary>What the client has learnt of run times.</summary>
    public RunTimeEstimates RunTimes { get; } = new();

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
            if (!_tasks.TryGetValue((family, taskId), out PolledTask? task)) _tasks.Add((family, taskId), task = new PolledTask(QueueOf(family), taskId, span));
            TaskWaiter waiter = new(this, task);
            task.Add(waiter);
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
            if (waiter.Task.Poll is null) waiter.Task.Queue.Plan(waiter.Task, now + delay, delay > _shortest ? delay : _shortest);
            SetTimer(now);
            return waiter.Pending.Task;
        }
    }

    /// <summary>Takes a waiter out. The last one of all tasks of a poll ends it.</summary>
    public void Leave(TaskWaiter waiter)
    {
        Poll? unwanted;
        lock (_lock)
        {
            if (waiter.HasLeft) return;
            waiter.HasLeft = true;
            _waiters--;
            if (waiter.Pending is not null) Free(waiter);
            _deadlines.Remove(waiter);
            waiter.Task.Remove(waiter);
            bool isLast = waiter.Task.FirstWaiter is null;
            if (isLast) Forget(waiter.Task);
            SetTimer(Now);
            unwanted = isLast && waiter.Task.Poll is { } poll && poll.Leave() ? poll : null;
        }

        unwanted?.Abandon();
    }

    /// <summary>Asks for a task at once, as far as the rate allows: somebody says that it has ended.</summary>
    /// <param name="taskId">The task.</param>
    /// <returns>Whether anybody waits for it.</returns>
    public bool Wake(string taskId)
    {
        lock (_lock)
        {
            if (_disposed) return false;
            TimeSpan now = Now;
            bool isAwaited = false;
            foreach (PollQueue queue in _queues.Values)
            {
                if (!_tasks.TryGetValue((queue.Family, taskId), out PolledTask? task)) continue;
                isAwaited = true;
                if (task is { Poll: null, IsAwaited: true }) queue.Plan(task, now, task.Interval);
            }

            SetTimer(now);
            return isAwaited;
        }
    }

    /// <summary>The server wants fewer requests: whatever kind of call it turned away, the polls pause too.</summary>
    public void Cooldown(TimeSpan? requested)
    {
        lock (_lock)
        {
            TimeSpan now = Now, duration = requested ?? s_defaultCooldown;
            _rate.Cooldown(now, duration < Backoff.Cap ? duration : Backoff.Cap, isAwaited: FirstQueue is not null);
            SetTimer(now);
        }
    }

    /// <summary>Ends every wait with an <see cref="ObjectDisposedException"/>, and the timer.</summary>
    public void Dispose()
    {
        Poll[] polls;
        lock (_lock)
        {
            if (_disposed) return;
            _disposed = true;
            _timer.Dispose();
            polls = [.. _tasks.Values.Select(task => task.Poll).OfType<Poll>().Distinct()];
            foreach (PolledTask task in _tasks.Values) Release(task, null, Disposed(), TimeSpan.Zero);
        }

        foreach (Poll poll in polls) poll.Abandon();
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
        while (FirstQueue is var (queue, due) && due <= now && _rate.Next <= now)
        {
            List<PolledTask> tasks = queue.TakeDue(now, _rate.CooldownEnd, Spread);
            if (tasks.Count == 0) continue;
            _rate.Take(now, due);
            Poll poll = new(tasks);
            foreach (PolledTask task in tasks) task.Poll = poll;
            _polling++;
            _ = tasks.Count == 1 ? PollAsync(poll, tasks[0]) : PollAsync(poll, queue);
        }
    }

    private void EndExpiredWaits(TimeSpan now, bool hasSlept)
    {
        while (_deadlines.TakeExpired(now) is { } waiter)
        {
            if (waiter.Pending is not { } pending) continue;
            if ((waiter.Task.Poll is not null || hasSlept) && !waiter.IsInGrace)
            {
                // A machine that slept past the limit polls once more: the task has long been done. Its polls are spread over one interval.
                waiter.IsInGrace = true;
                _deadlines.Set(waiter, now + s_grace + (waiter.Task.Poll is not null ? TimeSpan.Zero : waiter.Task.Interval));
                continue;
            }

            Free(waiter);
            pending.SetResult(null);
        }
    }

    private async Task PollAsync(Poll poll, PolledTask task)
    {
        // The caller holds the lock; what may run at once must not run under it.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        if (task.Span is { IsStopped: false } span) TelemetrySpan.MakeCurrent(span);
        try
        {
            TaskResponse response = await _query.PollAsync(task.Queue.Family, task.Id, task.LastResponse, poll.Token).ConfigureAwait(false);
            OnPolled(poll, task, response, null);
        }
        catch (Exception failure)
        {
            // Whatever it is belongs to the waiters.
            OnPolled(poll, task, null, failure);
        }
    }

    private async Task PollAsync(Poll poll, PollQueue queue)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            string[] ids = [.. poll.Tasks.Select(task => task.Id)];
            OnPolled(poll, queue, await _batches.PollAsync(queue.Family, ids, poll.Token).ConfigureAwait(false), null);
        }
        catch (Exception failure)
        {
            OnPolled(poll, queue, null, failure);
        }
    }

    private void OnPolled(Poll poll, PolledTask task, TaskResponse? response, Exception? failure)
    {
        lock (_lock)
        {
            TimeSpan now = Now;
            End(poll);
            task.EndAlone(isFound: response is not null);
            if (response is not null)
            {
                _rate.Recover();
                task.Queue.Batches.AnsweredAlone();
            }

            Release(task, response, failure, now);
            SetTimer(now);
        }
    }

    private void OnPolled(Poll poll, PollQueue queue, IReadOnlyDictionary<string, TaskResponse>? found, Exception? failure)
    {
        lock (_lock)
        {
            TimeSpan now = Now;
            End(poll);
            BatchFailure? meaning = failure is null ? null : queue.Batches.Failed(failure, now);
            if (found is not null)
            {
                _rate.Recover();
                if (found.Count > 0) queue.Batches.Answered();
                else queue.Batches.AnsweredEmpty(now);
            }

            // Whether it is the batches that fail, or everything: one poll for a single task shows it.
            else if (meaning == BatchFailure.OfEach)
            {
                poll.Tasks[0].IsAlone = true;
            }

            foreach (PolledTask task in poll.Tasks)
            {
                if (found is not null && found.TryGetValue(task.Id, out TaskResponse? response)) Release(task, response, null, now);
                else if (meaning == BatchFailure.OfEach) Release(task, null, CopyOf(failure!), now);
                else PlanAlone(task, meaning, now);
            }

            SetTimer(now);
        }
    }

    // Each wait puts the id of its own task into it.
    private static Exception CopyOf(Exception failure) => failure is EvolinkException error ? error.Copy() : failure;

    private void End(Poll poll)
    {
        foreach (PolledTask task in poll.Tasks) task.Poll = null;
        poll.Dispose();
        _polling--;
    }

    // The waiters go on waiting: they need not know how their task is asked for.
    private void PlanAlone(PolledTask task, BatchFailure? meaning, TimeSpan now)
    {
        if (task.FirstWaiter is null) return;
        if (meaning == BatchFailure.OfSomeId) task.Exclude();
        else task.Omit();
        task.Queue.Plan(task, now, task.Interval);
    }

    private PollQueue QueueOf(TaskFamily family)
    {
        if (!_queues.TryGetValue(family, out PollQueue? queue)) _queues.Add(family, queue = new PollQueue(family, _useBatch));
        return queue;
    }

    // A client has few families, and most have one.
    private (PollQueue Queue, TimeSpan Due)? FirstQueue
    {
        get
        {
            (PollQueue Queue, TimeSpan Due)? first = null;
            foreach (PollQueue queue in _queues.Values)
                if (queue.NextDue is { } due && (first is null || due < first.Value.Due)) first = (queue, due);
            return first;
        }
    }

    private void SetTimer(TimeSpan now)
    {
        if (_disposed) return;
        TimeSpan? next = FirstQueue is var (_, due) ? (due > _rate.Next ? due : _rate.Next) : null;
        _timer.Set(_deadlines.Next is { } deadline && (next is null || deadline < next) ? deadline : next, now);
    }

    private void Release(PolledTask task, TaskResponse? response, Exception? failure, TimeSpan now)
    {
        if (response is not null) (task.LastResponse, task.RespondedAt) = (response, now);
        for (TaskWaiter? waiter = task.FirstWaiter; waiter is not null; waiter = waiter.Next)
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
        _tasks.Remove((task.Queue.Family, task.Id));
        if (_tasks.Count > 0) return;
        foreach (PollQueue queue in _queues.Values) queue.Clear();
    }

    private void ThrowIfDisposed()
    {
        if (_disposed) throw Disposed();
    }

    // What was disposed is the client, as far as its user is concerned.
    private ObjectDisposedException Disposed() => new(_clientName);
}
