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
    private readonly PollEvaluator _evaluator;
    private readonly TelemetrySpan? _activity;
    private readonly long _start;
    private EvolinkException? _lastError;
    private int _polls;
    private bool _ended;

    /// <param name="origin">The task.</param>
    /// <param name="poller">Asks.</param>
    /// <param name="settings">The client's.</param>
    /// <param name="timeout">A limit for this wait alone; null for the client's.</param>
    public TaskFollower(TaskOrigin origin, TaskPoller poller, ClientSettings settings, TimeSpan? timeout)
    {
        (_origin, _poller, _settings, _timeout) = (origin, poller, settings, timeout);
        _evaluator = new PollEvaluator(origin, settings.Logger);
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
    public double Progress => _evaluator.Progress;

    private TimeSpan Elapsed => _settings.Time.GetElapsedTime(_start);

    /// <summary>The next change of status or progress, the last one being the task's end; then null.</summary>
    /// <exception cref="EvolinkException">The wait ended without the task's end; the task itself goes on.</exception>
    /// <exception cref="EvolinkCanceledException">The caller cancelled the wait, not the task.</exception>
    public async Task<TaskResponse?> NextChangeAsync(CancellationToken cancellationToken)
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
            throw Failed(_evaluator.Disposed(disposed));
        }
        catch (EvolinkException error)
        {
            Failed(error);
            throw;
        }
        catch (Exception unexpected)
        {
            // A server that the specification names wrongly, a clock of the caller's that throws: whatever it is, the id goes with it.
            throw Failed(_evaluator.Broken(unexpected));
        }
    }

    /// <summary>The exception for a handler of the caller's that threw: a cancellation where it threw one.</summary>
    public Exception HandlerThrew(Exception thrown)
    {
        if (thrown is not OperationCanceledException canceled) return Failed(_evaluator.HandlerThrew(thrown));
        Report("canceled");
        return Canceled("The progress handler cancelled the wait.", canceled, canceled.CancellationToken);
    }

    public void Dispose()
    {
        _waiter.Dispose();
        _activity?.Dispose();
    }

    private async Task<TaskResponse> FollowAsync(CancellationToken cancellationToken)
    {
        if (_origin.End is { } end) return await BelieveAsync(end, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            switch (await PollAsync(cancellationToken).ConfigureAwait(false))
            {
                case PollOutcome.Ended:
                    return Ended(_evaluator.Last!);
                case PollOutcome.Changed:
                    return _evaluator.Last!;
            }
        }
    }

    private TaskResponse Ended(TaskResponse response)
    {
        _ended = true;
        string status = response.State.Status.Value;
        Log.Ended(_settings.Logger, _origin.Id, status, Elapsed.TotalSeconds);
        Report(status);
        return response;
    }

    private async Task<PollOutcome> PollAsync(CancellationToken cancellationToken)
    {
        TimeSpan limit = Limit();
        TimeSpan left = limit - Elapsed;
        TimeSpan delay = DelayWithin(left) ?? throw _evaluator.TimedOut(limit, _lastError);
        _polls++;
        try
        {
            TaskResponse response = await _waiter.NextAsync(delay, left, cancellationToken).ConfigureAwait(false) ?? throw _evaluator.TimedOut(limit, _lastError);
            _lastError = null;
            return _evaluator.Observe(response, Elapsed);
        }
        catch (EvolinkException error) when (error is not EvolinkTaskException)
        {
            if (error.InnerException is CrossOriginResponseException) throw _evaluator.Final(error);
            _lastError = error;
            _evaluator.Observe(error, Elapsed, _origin.First is null ? null : _settings.Time.GetElapsedTime(_origin.CreatedAt));
            return PollOutcome.Unchanged;
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
        TimeSpan limit = WaitLimits.For(_settings.Polling, (_evaluator.Last?.State ?? _origin.First)?.Type);
        return _timeout < limit ? _timeout.Value : limit;
    }

    // Never begins a pause that would pass the limit: shortens it to end there, or gives up.
    private TimeSpan? DelayWithin(TimeSpan left)
    {
        TimeSpan delay = Delay();
        if (delay <= left) return delay;
        bool isTooShort = left < _settings.Polling.MinimumInterval && _polls > 0;
        return left <= TimeSpan.Zero || isTooShort ? null : left;
    }

    private TimeSpan Delay()
    {
        // A resumed task may long be done: ask at once.
        if (_polls == 0 && _origin.First is null) return TimeSpan.Zero;
        TaskState? known = _evaluator.Last?.State ?? _origin.First;
        PollHistory input = new(Elapsed, known?.EstimatedTime, _evaluator.Progress, _polls);
        return _polls == 0 || _lastError is not null
            ? PollDelay.Spread(_settings.Polling, input, _poller.Spread.Next())
            : PollDelay.Next(_settings.Polling, input, _settings.Jitter.Next());
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
