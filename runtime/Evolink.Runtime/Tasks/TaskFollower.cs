using System.Diagnostics;

namespace Evolink;

/// <summary>One wait: asks, judges, pauses, until the task ends or the wait's own limit is reached.</summary>
internal sealed class TaskFollower : IDisposable
{
    private readonly TaskOrigin _origin;
    private readonly ClientSettings _settings;
    private readonly TaskFeeds.TaskSeat _seat;
    private readonly WaitJudge _judge;
    private readonly Activity? _activity;
    private readonly long _start;
    private EvolinkException? _lastError;
    private int _questions;
    private bool _ended;

    public TaskFollower(TaskOrigin origin, TaskFeeds feeds, ClientSettings settings)
    {
        (_origin, _settings) = (origin, settings);
        _seat = feeds.Join(origin.Id);
        _judge = new WaitJudge(origin, settings.Logger);
        _activity = Telemetry.StartWait(origin.Id, origin.Create);
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
            throw new EvolinkCanceledException($"The wait was cancelled. The task {_origin.Id} goes on; resume it by its id.", canceled, cancellationToken)
            {
                TaskId = _origin.Id,
                IdempotencyKey = _origin.IdempotencyKey,
                Phase = RequestPhase.Complete,
            };
        }
        catch (EvolinkException error)
        {
            Report(error.GetType().Name);
            _activity?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
            throw;
        }
    }

    public void Dispose()
    {
        _seat.Dispose();
        _activity?.Dispose();
    }

    private async Task<TaskAnswer> FollowAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan pace = await PauseAsync(cancellationToken).ConfigureAwait(false);
            switch (await AskAsync(pace, cancellationToken).ConfigureAwait(false))
            {
                case WaitVerdict.Ended:
                    _ended = true;
                    string status = _judge.Last!.State.Status.Value;
                    Log.Ended(_settings.Logger, _origin.Id, status, Elapsed.TotalSeconds);
                    Report(status);
                    return _judge.Last;
                case WaitVerdict.Changed:
                    return _judge.Last!;
            }
        }
    }

    private async Task<WaitVerdict> AskAsync(TimeSpan pace, CancellationToken cancellationToken)
    {
        _questions++;
        try
        {
            // Another waiter's answer will do if it is from the second half of the pause.
            TaskAnswer answer = await _seat.AskAsync(pace / 2, cancellationToken).ConfigureAwait(false);
            _lastError = null;
            return _judge.Observe(answer, Elapsed);
        }
        catch (EvolinkException error) when (error is not EvolinkTaskException)
        {
            _lastError = error;
            _judge.Observe(error, Elapsed, _origin.First is null ? null : _settings.Time.GetElapsedTime(_origin.CreatedAt));
            return WaitVerdict.Unchanged;
        }
    }

    // Never begins a pause that would pass the limit: shortens it to end there, or gives up.
    private async Task<TimeSpan> PauseAsync(CancellationToken cancellationToken)
    {
        TimeSpan pace = Pace();
        TimeSpan limit = WaitLimits.For(_settings.Polling, (_judge.Last?.State ?? _origin.First)?.Type);
        TimeSpan left = limit - Elapsed;
        if (pace > left)
        {
            bool isTooShort = left < _settings.Polling.MinimumInterval && _questions > 0;
            if (left <= TimeSpan.Zero || isTooShort) throw _judge.TimedOut(limit, _lastError);
            pace = left;
        }

        if (pace > TimeSpan.Zero) await Task.Delay(pace, _settings.Time, cancellationToken).ConfigureAwait(false);
        return pace;
    }

    private TimeSpan Pace()
    {
        // A resumed task may long be done: ask at once.
        if (_questions == 0 && _origin.First is null) return TimeSpan.Zero;
        TaskState? known = _judge.Last?.State ?? _origin.First;
        PaceInput input = new(Elapsed, known?.EstimatedTime, _judge.Progress, _questions);
        double random = _settings.Jitter.Next();
        return _questions == 0 || _lastError is not null ? PollPace.Spread(_settings.Polling, input, random) : PollPace.Next(_settings.Polling, input, random);
    }

    private void Report(string outcome)
    {
        Telemetry.Waited(outcome, Elapsed);
        _activity?.SetTag("evolink.outcome", outcome);
    }
}
