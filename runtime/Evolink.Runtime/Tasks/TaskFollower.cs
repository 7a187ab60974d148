using System.Diagnostics;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Diagnostics;
using Evolink.Runtime.Http;
using Evolink.Runtime.Responses;
using Evolink.Runtime.Tasks.Polling;

namespace Evolink.Runtime.Tasks;

/// <summary>One wait: takes answers from the poller and judges them, until the task ends or the wait's own limit is reached.</summary>
internal sealed partial class TaskFollower : IDisposable
{
    private readonly TaskOrigin _origin;
    private readonly ClientSettings _settings;
    private readonly TimeSpan? _timeout;
    private readonly TaskPoller _poller;
    private readonly TaskWaiter _waiter;
    private readonly WaitJudge _judge;
    private readonly TelemetrySpan? _activity;
    private readonly long _start;
    private EvolinkException? _lastError;
    private int _questions;
    private bool _ended;

    /// <param name="origin">The task.</param>
    /// <param name="poller">Asks.</param>
    /// <param name="settings">The client's.</param>
    /// <param name="timeout">A limit for this wait alone; null for the client's.</param>
    public TaskFollower(TaskOrigin origin, TaskPoller poller, ClientSettings settings, TimeSpan? timeout)
    {
        (_origin, _poller, _settings, _timeout) = (origin, poller, settings, timeout);
        _judge = new WaitJudge(origin, settings.Logger);
        _activity = Telemetry.StartWait(origin.Id, origin.Create);
        try
        {
            _waiter = poller.Join(origin.Id, Activity.Current);
        }
        catch (ObjectDisposedException)
        {
            _activity?.Dispose();
            throw;
        }

        _start = settings.Time.GetTimestamp();
    }

    /// <summary>The highest progress so far, from 0 to 100.</summary>
    public double Progress => _judge.Progress;

    private TimeSpan Elapsed => _settings.Time.GetElapsedTime(_start);

    /// <summary>The next change of status or progress, the last one being the task's end; then null.</summary>
    /// <exception cref="EvolinkException">The wait ended without the task's end; the task itself goes on.</exception>
    /// <exception cref="EvolinkCanceledException">The caller cancelled the wait, not the task.</exception>
    public async Task<TaskAnswer?> NextChangeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _ended ? null : await FollowAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            Report("canceled");
            throw Canceled("The wait was cancelled.", canceled, cancellationToken);
        }
        catch (ObjectDisposedException disposed)
        {
            throw Failed(_judge.Disposed(disposed));
        }
        catch (EvolinkException error)
        {
            Failed(error);
            throw;
        }
        catch (Exception unexpected)
        {
            // A server that the specification names wrongly, a clock of the caller's that throws: whatever it is, the id goes with it.
            throw Failed(_judge.Broken(unexpected));
        }
    }

    /// <summary>The exception for a handler of the caller's that threw: a cancellation where it threw one.</summary>
    public Exception HandlerFailed(Exception thrown)
    {
        if (thrown is not OperationCanceledException canceled) return Failed(_judge.HandlerFailed(thrown));
        Report("canceled");
        return Canceled("The progress handler cancelled the wait.", canceled, canceled.CancellationToken);
    }

    public void Dispose()
    {
        _waiter.Dispose();
        _activity?.Dispose();
    }

    private async Task<TaskAnswer> FollowAsync(CancellationToken cancellationToken)
    {
        if (_origin.End is { } end) return await BelieveAsync(end, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            switch (await AskAsync(cancellationToken).ConfigureAwait(false))
            {
                case WaitVerdict.Ended:
                    return Ended(_judge.Last!);
                case WaitVerdict.Changed:
                    return _judge.Last!;
            }
        }
    }

    private TaskAnswer Ended(TaskAnswer answer)
    {
        _ended = true;
        string status = answer.State.Status.Value;
        Log.Ended(_settings.Logger, _origin.Id, status, Elapsed.TotalSeconds);
        Report(status);
        return answer;
    }

    private async Task<WaitVerdict> AskAsync(CancellationToken cancellationToken)
    {
        TimeSpan limit = Limit();
        TimeSpan left = limit - Elapsed;
        TimeSpan pace = PaceWithin(left) ?? throw _judge.TimedOut(limit, _lastError);
        _questions++;
        try
        {
            TaskAnswer answer = await _waiter.NextAsync(pace, left, cancellationToken).ConfigureAwait(false) ?? throw _judge.TimedOut(limit, _lastError);
            _lastError = null;
            return _judge.Observe(answer, Elapsed);
        }
        catch (EvolinkException error) when (error is not EvolinkTaskException)
        {
            if (error.InnerException is ForeignAnswerException) throw _judge.Final(error);
            _lastError = error;
            _judge.Observe(error, Elapsed, _origin.First is null ? null : _settings.Time.GetElapsedTime(_origin.CreatedAt));
            return WaitVerdict.Unchanged;
        }
    }

    private EvolinkCanceledException Canceled(string what, OperationCanceledException cause, CancellationToken cancellationToken) =>
        new($"{what} The task {_origin.Id} goes on; resume it by its id.", cause, cancellationToken)
        {
            TaskId = _origin.Id,
            IdempotencyKey = _origin.IdempotencyKey,
            Phase = RequestPhase.Complete,
        };

    private TimeSpan Limit()
    {
        TimeSpan limit = WaitLimits.For(_settings.Polling, (_judge.Last?.State ?? _origin.First)?.Type);
        return _timeout < limit ? _timeout.Value : limit;
    }

    // Never begins a pause that would pass the limit: shortens it to end there, or gives up.
    private TimeSpan? PaceWithin(TimeSpan left)
    {
        TimeSpan pace = Pace();
        if (pace <= left) return pace;
        bool isTooShort = left < _settings.Polling.MinimumInterval && _questions > 0;
        return left <= TimeSpan.Zero || isTooShort ? null : left;
    }

    private TimeSpan Pace()
    {
        // A resumed task may long be done: ask at once.
        if (_questions == 0 && _origin.First is null) return TimeSpan.Zero;
        TaskState? known = _judge.Last?.State ?? _origin.First;
        PaceInput input = new(Elapsed, known?.EstimatedTime, _judge.Progress, _questions);
        return _questions == 0 || _lastError is not null
            ? PollPace.Spread(_settings.Polling, input, _poller.Spread.Next())
            : PollPace.Next(_settings.Polling, input, _settings.Jitter.Next());
    }

    private EvolinkException Failed(EvolinkException error)
    {
        Report(error.GetType().Name);
        _activity?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
        return error;
    }

    private void Report(string outcome)
    {
        Telemetry.Waited(outcome, Elapsed);
        _activity?.SetTag("evolink.outcome", outcome);
    }
}
