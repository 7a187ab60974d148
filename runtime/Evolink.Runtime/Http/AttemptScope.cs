using Evolink.Runtime.Configuration;

namespace Evolink.Runtime.Http;

/// <summary>The time limits of one attempt, and the caller's cancellation, as one token. Used again where nothing was cancelled: see <see cref="AttemptScopes"/>.</summary>
internal sealed class AttemptScope : IDisposable
{
    /// <summary>The longest silence within a body.</summary>
    public static readonly TimeSpan BodyStall = TimeSpan.FromSeconds(15);

    /// <summary>The longest silence between two events of a stream: a model may think before it says the next word.</summary>
    public static readonly TimeSpan EventStall = TimeSpan.FromMinutes(5);

    /// <summary>How long a create that left whole is still listened to after the caller cancelled.</summary>
    public static readonly TimeSpan CancelGrace = TimeSpan.FromSeconds(5);

    // With a timer of its own: one of the source would throw what a handler's callback throws on a thread of the pool, and end the process.
    private readonly CancellationTokenSource _source = new();
    private readonly ITimer _timer;
    private readonly AttemptScopes _scopes;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private CancellationTokenRegistration _registration;
    private SendTracker? _tracker;
    private bool _isRecorded;
    private TimeSpan _limit;
    private TimeSpan _end;
    private TimeSpan _due;
    private long _start;
    private bool _isOver = true;
    private bool _isCanceled;

    public AttemptScope(AttemptScopes scopes, TimeProvider time)
    {
        (_scopes, _time) = (scopes, time);
        _timer = TimerWithoutContext.Create(time, static scope => ((AttemptScope)scope!).OnTimer(), this);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Begins an attempt.</summary>
    /// <param name="limit">For the whole attempt, the body included.</param>
    /// <param name="paid">The tracker of a create, which a cancellation does not end at once when it left whole; null for any other call.</param>
    /// <param name="isRecorded">Whether such a create is listened to for all of its time: see <see cref="RecordedSubmit"/>.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public void Begin(TimeSpan limit, SendTracker? paid, bool isRecorded, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            (_tracker, _isRecorded, _limit, _end, _start, _isOver) = (paid, isRecorded, limit, limit, _time.GetTimestamp(), false);
            CancelAt(TimeSpan.Zero, limit);
        }

        _registration = cancellationToken.UnsafeRegister(static scope => ((AttemptScope)scope!).OnCanceled(), this);
    }

    /// <summary>Starts the clock for the next bytes of the body, within the attempt's limit.</summary>
    public void ExpectBytes()
    {
        lock (_lock)
        {
            if (_isOver) return;
            TimeSpan elapsed = Elapsed, stall = elapsed + BodyStall;
            CancelAt(elapsed, stall < _end ? stall : _end);
        }
    }

    /// <summary>Starts the attempt's limit anew: an upload may take its time as long as it moves.</summary>
    public void Restart()
    {
        lock (_lock)
        {
            if (_isOver || _isCanceled) return;
            TimeSpan elapsed = Elapsed;
            _end = elapsed + _limit;
            CancelAt(elapsed, _end);
        }
    }

    public void Dispose()
    {
        // From here on the caller's token does nothing: a callback that runs is waited for.
        _registration.Dispose();
        bool isClean;
        lock (_lock)
        {
            if (_isOver) return;
            (_isOver, _tracker) = (true, null);
            isClean = !_isCanceled && _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        if (!isClean || !_source.TryReset() || !_scopes.TryKeep(this)) Discard();
    }

    private TimeSpan Elapsed => _time.GetElapsedTime(_start);

    private void OnCanceled()
    {
        lock (_lock)
        {
            if (_isOver) return;
            if (_tracker is { Phase: RequestPhase.Complete })
            {
                if (_isRecorded) return;
                TimeSpan elapsed = Elapsed, grace = elapsed + CancelGrace;
                _end = grace < _limit ? grace : _limit;
                if (_end > elapsed) CancelAt(elapsed, _end);
                return;
            }

            _isCanceled = true;
        }

        Cancel();
    }

    private void OnTimer()
    {
        lock (_lock)
        {
            if (_isOver) return;
            TimeSpan elapsed = Elapsed;
            if (elapsed < _due)
            {
                // It was set for an earlier moment, and went off while that was put off; or for the attempt before.
                CancelAt(elapsed, _due);
                return;
            }

            // What is cancelled is never used again, so that this cannot reach a later attempt.
            _isCanceled = true;
        }

        Cancel();
    }

    private void CancelAt(TimeSpan elapsed, TimeSpan due)
    {
        _due = due;

        // Rounded up: timers know milliseconds, and an early one would find nothing to do.
        _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (due - elapsed).TotalMilliseconds))), Timeout.InfiniteTimeSpan);
    }

    // Not under the lock: cancelling runs other people's callbacks.
    private void Cancel()
    {
        try
        {
            _source.Cancel();
        }
        catch (Exception failure) when (failure is ObjectDisposedException or AggregateException)
        {
            // The attempt ended first; or a callback threw that a caller's handler had registered. All of them have run by then.
        }
    }

    private void Discard()
    {
        _timer.Dispose();
        _source.Dispose();
    }
}
