using System.Diagnostics;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Diagnostics;
using Evolink.Runtime.Http;
using Evolink.Runtime.Tasks.Polling;

namespace Evolink.Runtime.Tasks;

/// <summary>One wait: takes responses from the poller until the task ends or the wait's own limit is reached.</summary>
internal sealed class TaskFollower : IDisposable
{
    private readonly TaskOrigin _origin;
    private readonly ClientSettings _settings;
    private readonly WaitProgress _progress = new();
    private readonly WaitSchedule _schedule;
    private readonly PollEvaluator _evaluator;
    private readonly TaskWaiter _waiter;
    private readonly TelemetrySpan? _activity;
    private readonly long _start;
    private EvolinkException? _lastError;
    private bool _ended;

    /// <param name="origin">The task.</param>
    /// <param name="poller">Polls it.</param>
    /// <param name="settings">The client's.</param>
    /// <param name="timeout">A limit for this wait alone; null for the client's.</param>
    public TaskFollower(TaskOrigin origin, TaskPoller poller, ClientSettings settings, TimeSpan? timeout)
    {
        (_origin, _settings) = (origin, settings);
        _schedule = new WaitSchedule(origin, _progress, settings, poller, timeout);
        _evaluator = new PollEvaluator(origin, _progress, settings.Logger);
        _activity = Telemetry.StartWait(origin.Id, origin.Create);
        try
        {
            _waiter = poller.Join(origin.Family, origin.Id, Activity.Current);
        }
        catch (ObjectDisposedException)
        {
            _activity?.Dispose();
            throw;
        }

        _start = settings.Time.GetTimestamp();
    }

    /// <summary>The highest progress so far, from 0 to 100.</summary>
    public double Progress => _progress.Percent;

    // Made when it is needed: nearly no wait needs it.
    private WaitErrors Errors => new(_origin, _progress);

    private TimeSpan Elapsed => _settings.Time.GetElapsedTime(_start);

    /// <summary>The next change of status or progress, the last one being the task's end; then null.</summary>
    /// <exception cref="EvolinkException">The wait ended without the task's end; the task itself goes on.</exception>
    /// <exception cref="EvolinkCanceledException">The caller cancelled the wait, not the task.</exception>
    /// <remarks>One method and not several: each that is suspended is an object that a waiter holds for minutes.</remarks>
    public async Task<TaskResponse?> NextChangeAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_ended) return null;
            if (_origin.End is { } end) return await ConfirmAsync(end, cancellationToken).ConfigureAwait(false);
            while (true)
            {
                TimeSpan limit = _schedule.Limit, elapsed = Elapsed;
                TimeSpan delay = _schedule.Next(elapsed, hasFailed: _lastError is not null) ?? throw Errors.TimedOut(limit, _lastError);
                try
                {
                    if (Evaluate(await _waiter.NextAsync(delay, limit - elapsed, cancellationToken).ConfigureAwait(false) ?? throw Errors.TimedOut(limit, _lastError)) is { } change) return change;
                }
                catch (EvolinkException error) when (error is not EvolinkTaskException)
                {
                    Evaluate(error);
                }
            }
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            Report("canceled");
            throw Errors.Canceled("The wait was cancelled.", canceled, cancellationToken);
        }
        catch (ObjectDisposedException disposed)
        {
            throw Failed(Errors.Disposed(disposed));
        }
        catch (EvolinkException error)
        {
            Failed(error);
            throw;
        }
        catch (Exception unexpected)
        {
            // A server that the specification names wrongly, a clock of the caller's that throws: whatever it is, the id goes with it.
            throw Failed(Errors.BrokenOff(unexpected));
        }
    }

    /// <summary>The exception for a handler of the caller's that threw: a cancellation where it threw one.</summary>
    public Exception HandlerThrew(Exception thrown)
    {
        if (thrown is not OperationCanceledException canceled) return Failed(Errors.HandlerThrew(thrown));
        Report("canceled");
        return Errors.Canceled("The progress handler cancelled the wait.", canceled, canceled.CancellationToken);
    }

    public void Dispose()
    {
        _waiter.Dispose();
        _activity?.Dispose();
    }

    // A task that had ended when its create was answered. A failure is final. A completion is queried once, since the query tells more than
    // the create; where it tells something else or nothing, the first end stays the end.
    private async Task<TaskResponse> ConfirmAsync(TaskResponse end, CancellationToken cancellationToken)
    {
        TaskResponse response = end;
        if (end.State.Status == GenerationStatus.Completed)
        {
            try
            {
                TaskResponse? detail = await _waiter.NextAsync(TimeSpan.Zero, _schedule.Limit, cancellationToken).ConfigureAwait(false);
                if (detail?.State is { HasUsableResults: true } state && state.Status == GenerationStatus.Completed) response = detail;
            }
            catch (Exception failure) when (failure is EvolinkException || !cancellationToken.IsCancellationRequested)
            {
                // An outage, a query that cannot be built or sent: the create has said all that a caller needs, the results.
            }
        }

        _evaluator.Evaluate(response, Elapsed);
        return Ended(response);
    }

    // The change that a response is; null where there is none.
    private TaskResponse? Evaluate(TaskResponse response)
    {
        _lastError = null;
        PollOutcome outcome = _evaluator.Evaluate(response, Elapsed);
        if (outcome != PollOutcome.Ended) _schedule.SeeRunning();
        else if (response.State.Status == GenerationStatus.Completed) _schedule.SeeCompleted();
        return outcome switch
        {
            PollOutcome.Ended => Ended(_progress.Last!),
            PollOutcome.Changed => _progress.Last!,
            _ => null,
        };
    }

    private void Evaluate(EvolinkException error)
    {
        if (error.InnerException is CrossOriginResponseException) throw Errors.Identify(error);
        _lastError = error;
        _evaluator.Evaluate(error, Elapsed, _origin.First is null ? null : _settings.Time.GetElapsedTime(_origin.CreatedAt));
    }

    private TaskResponse Ended(TaskResponse response)
    {
        _ended = true;
        string status = response.State.Status.Value;
        Log.Ended(_settings.Logger, _origin.Id, status, Elapsed.TotalSeconds);
        Report(status);
        return response;
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
