using Evolink.Runtime.Diagnostics;
using Evolink.Runtime.Retry;

namespace Evolink.Runtime.Tasks.Polling;

/// <content>What happens when a moment comes: questions are asked, limits end waits.</content>
internal sealed partial class TaskPoller
{
    // Where a server says "too often" without a time, the vendor's documentation asks for a minute; at half the rate afterwards, this is enough.
    private static readonly TimeSpan DefaultCooldown = TimeSpan.FromSeconds(5);

    // Later than any load makes a timer.
    private static readonly TimeSpan Asleep = TimeSpan.FromSeconds(10);

    // A question that is asked when the limit comes may bring the end: as long as an answer takes, and not as long as one that hangs.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    /// <summary>The server wants fewer requests: of whatever kind it turned away, the questions rest too.</summary>
    public void Cooldown(TimeSpan? asked)
    {
        lock (_lock)
        {
            TimeSpan now = Now, cooldown = asked ?? DefaultCooldown;
            _rate.Cooldown(now, cooldown < Backoff.Cap ? cooldown : Backoff.Cap, isAwaited: NextPoll() is not null);
            SetAlarm(now);
        }
    }

    private void OnAlarm()
    {
        lock (_lock)
        {
            if (_disposed) return;
            TimeSpan now = Now;
            bool hasSlept = now - _alarm > Asleep;
            if (hasSlept) _rate.WakeUp(now);
            SendDuePolls(now);
            EndExpiredWaits(now, hasSlept);
            SetAlarm(now);
        }
    }

    private void SendDuePolls(TimeSpan now)
    {
        while (NextPoll() is var (task, due) && due <= now && _rate.Next <= now)
        {
            _polls.Dequeue();
            task.Due = null;
            if (due < _rate.CooldownEnd)
            {
                // All that fell due in a rest would come at its end: spread it over one interval.
                Plan(task, _rate.CooldownEnd + (task.Interval * Spread.Next()), task.Interval);
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
        while (_limits.TryPeek(out TaskWaiter? waiter, out TimeSpan limit) && limit <= now)
        {
            _limits.Dequeue();
            if (waiter.Pending is not { } pending) continue;
            if ((waiter.Task.IsPolling || hasSlept) && !waiter.IsInGrace)
            {
                // A machine that slept past the limit asks once more: the task has long been done. Its questions are spread over one interval.
                waiter.IsInGrace = true;
                _limits.Enqueue(waiter, now + Grace + (waiter.Task.IsPolling ? TimeSpan.Zero : waiter.Task.Interval));
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
            TaskResponse response = await _query.PollAsync(task.Id, task.Abandoned.Token).ConfigureAwait(false);
            OnResponse(task, response, null);
        }
        catch (Exception failure)
        {
            // Whatever it is belongs to the waiters.
            OnResponse(task, null, failure);
        }
    }

    private void OnResponse(PolledTask task, TaskResponse? response, Exception? failure)
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
            SetAlarm(now);
        }
    }

    // Skips what was planned anew or is not waited for any more.
    private (PolledTask Task, TimeSpan Due)? NextPoll()
    {
        while (_polls.TryPeek(out PolledTask? task, out TimeSpan due))
        {
            if (task.Due == due) return (task, due);
            _polls.Dequeue();
        }

        return null;
    }

    private void SetAlarm(TimeSpan now)
    {
        if (_disposed) return;
        _alarm = NextPoll() is var (_, due) ? (due > _rate.Next ? due : _rate.Next) : null;
        if (_limits.TryPeek(out _, out TimeSpan limit) && (_alarm is null || limit < _alarm)) _alarm = limit;

        // Rounded up: timers know milliseconds, and an early one would find nothing to do.
        TimeSpan delay = _alarm is { } alarm ? TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (alarm - now).TotalMilliseconds))) : Timeout.InfiniteTimeSpan;
        _timer.Change(delay, Timeout.InfiniteTimeSpan);
    }
}
