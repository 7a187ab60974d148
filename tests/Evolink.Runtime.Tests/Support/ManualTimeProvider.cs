namespace Evolink.Tests.Support;

/// <summary>A clock that stands until a test moves it. Timers fire in order, on the thread that moves it.</summary>
internal sealed partial class ManualTimeProvider : TimeProvider
{
    // Nothing moves and nothing is due: a test that would hang fails instead. Mutants hang often, and no other program is beside them.
    private static readonly TimeSpan s_deadlock = TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("EVOLINK_MUTATION_TESTS") == "1" ? 4 : 60);

    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly DateTimeOffset _start = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private TimeSpan _now;
    private TaskCompletionSource _changed = New();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Since the clock was made.</summary>
    public TimeSpan Now
    {
        get
        {
            lock (_lock) return _now;
        }
    }

    /// <summary>How many timers run: a wait that ended must leave none.</summary>
    public int Timers
    {
        get
        {
            lock (_lock) return _timers.Count;
        }
    }

    /// <summary>Called whenever somebody sets a timer.</summary>
    public Action? OnTimer { get; set; }

    /// <summary>How wrong the wall clock is. Elapsed time does not follow it.</summary>
    public TimeSpan WallClockError { get; set; }

    public override DateTimeOffset GetUtcNow() => _start + Now + WallClockError;

    public override long GetTimestamp() => Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        CreateTimer(new ManualTimer(this, callback, state), dueTime, period);

    /// <summary>A timer of a server that is silent on purpose: whoever asked it stands still until then.</summary>
    public ITimer CreateSilence(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        CreateTimer(new ManualTimer(this, callback, state) { IsSilence = true }, dueTime, period);

    private ManualTimer CreateTimer(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        timer.Set(dueTime);
        OnTimer?.Invoke();
        return timer;
    }

    /// <summary>Moves the clock and fires what is due by then.</summary>
    public void Advance(TimeSpan duration) => AdvanceTo(Now + duration);

    /// <summary>As a machine that sleeps: the clock goes on, nothing else does; what fell due fires late.</summary>
    public void Sleep(TimeSpan duration)
    {
        lock (_lock) _now += duration;
        Advance(TimeSpan.Zero);
    }

    /// <summary>Runs tasks to their end, moving the clock whenever all of those that go on stand in a pause.</summary>
    public async Task RunAsync(params IReadOnlyCollection<Task> tasks)
    {
        int running = tasks.Count;
        foreach (Task task in tasks)
        {
            _ = task.ContinueWith(
                _ =>
                {
                    Interlocked.Decrement(ref running);
                    Signal();
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        while (true)
        {
            // First of all: a change after this is seen by the wait for it, one before it by what is read below.
            Task changed;
            ManualTimer[] timers;
            lock (_lock) (changed, timers) = (_changed.Task, [.. _timers]);
            if (Volatile.Read(ref running) == 0) break;

            // Outside the lock: who is at rest is asked under a lock of its own. A moment is read after that, when it cannot move any more.
            bool isBusy = timers.Any(timer => timer.Pauses is null);
            List<ManualTimer> pauses = [.. timers.Where(timer => timer.Pauses > 0)];
            bool isAtRest = timers.Any(timer => timer.IsSilence) || (!isBusy && pauses.Count > 0 && pauses.Sum(timer => timer.Pauses) >= Volatile.Read(ref running));
            TimeSpan? next = isAtRest ? pauses.Min(timer => timer.Due) : null;
            if (next is { } due) AdvanceTo(due);
            else await changed.WaitAsync(s_deadlock);
        }

        await Task.WhenAll(tasks);
    }

    /// <summary>Lets time pass, and ends at a moment when every wait is at rest: between two of the whole milliseconds that timers know.</summary>
    public async Task RunForAsync(TimeSpan duration)
    {
        // Not asynchronous: the clock must know that it is done before it looks for its next step.
        TaskCompletionSource passed = new();
        using ITimer timer = CreateTimer(_ => passed.SetResult(), passed.Task, duration + TimeSpan.FromMilliseconds(0.5), Timeout.InfiniteTimeSpan);
        await RunAsync([passed.Task]);
    }

    /// <summary>Runs one task to its end.</summary>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        await RunAsync([task]);
        return await task;
    }

    private void AdvanceTo(TimeSpan target)
    {
        while (true)
        {
            ManualTimer? due;
            lock (_lock)
            {
                due = _timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
                if (due is null)
                {
                    if (target > _now) _now = target;
                    return;
                }

                if (due.Due > _now) _now = due.Due;
                _timers.Remove(due);
            }

            due.Fire();
        }
    }

    private void Signal()
    {
        TaskCompletionSource changed;
        lock (_lock) (changed, _changed) = (_changed, New());
        changed.TrySetResult();
    }

    /// <summary>Knows what else than a Task.Delay stands still, where a project has more.</summary>
    static partial void CountPauses(object? state, ref int? pauses);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public bool IsSilence { get; init; }

        /// <summary>How many stand still until it fires: a Task.Delay, the waits of a poller; nobody for a time limit. Null while a wait is busy.</summary>
        public int? Pauses
        {
            get
            {
                int? pauses = state is Task ? 1 : 0;
                CountPauses(state, ref pauses);
                return pauses;
            }
        }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            // A time limit that is used again begins like one that is made.
            if (Set(dueTime) && dueTime != Timeout.InfiniteTimeSpan && Pauses == 0) clock.OnTimer?.Invoke();
            return true;
        }

        /// <summary>Sets the timer, or takes it out; whether it was out before.</summary>
        public bool Set(TimeSpan dueTime)
        {
            bool wasOut;
            lock (clock._lock)
            {
                wasOut = !clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }
            }

            // One that is taken out, too: a wait that was busy may have ended, and whoever runs the clock waits for that.
            clock.Signal();
            return wasOut;
        }

        public void Dispose()
        {
            lock (clock._lock) clock._timers.Remove(this);
            clock.Signal();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
