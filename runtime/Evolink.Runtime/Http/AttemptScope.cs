namespace Evolink.Runtime.Http;

/// <summary>The time limits of one attempt, and the caller's cancellation, as one token.</summary>
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
    private readonly CancellationTokenRegistration _registration;
    private readonly TimeProvider _time;
    private readonly SendTracker? _tracker;
    private readonly Lock _lock = new();
    private readonly TimeSpan _limit;
    private readonly long _start;
    private TimeSpan _end;
    private bool _disposed;

    /// <param name="limit">For the whole attempt, the body included.</param>
    /// <param name="time">The clock.</param>
    /// <param name="paid">The tracker of a create, which a cancellation does not end at once when it left whole; null for any other call.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public AttemptScope(TimeSpan limit, TimeProvider time, SendTracker? paid, CancellationToken cancellationToken)
    {
        (_time, _tracker, _limit, _end) = (time, paid, limit, limit);
        _start = time.GetTimestamp();
        _timer = time.CreateTimer(static scope => ((AttemptScope)scope!).Cancel(), this, limit, Timeout.InfiniteTimeSpan);
        _registration = cancellationToken.UnsafeRegister(static scope => ((AttemptScope)scope!).OnCanceled(), this);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Starts the clock for the next bytes of the body, within the attempt's limit.</summary>
    public void ExpectBytes()
    {
        lock (_lock)
        {
            if (_disposed) return;
            TimeSpan rest = _end - _time.GetElapsedTime(_start);
            if (rest <= TimeSpan.Zero) Cancel();
            else CancelAfter(rest < BodyStall ? rest : BodyStall);
        }
    }

    /// <summary>Starts the attempt's limit anew: an upload may take its time as long as it moves.</summary>
    public void Restart()
    {
        lock (_lock)
        {
            if (_disposed || _source.IsCancellationRequested) return;
            _end = _time.GetElapsedTime(_start) + _limit;
            CancelAfter(_limit);
        }
    }

    public void Dispose()
    {
        _registration.Dispose();
        _timer.Dispose();
        lock (_lock)
        {
            _disposed = true;
            _source.Dispose();
        }
    }

    private void OnCanceled()
    {
        if (_tracker is not { Phase: RequestPhase.Complete })
        {
            Cancel();
            return;
        }

        lock (_lock)
        {
            if (_disposed) return;
            TimeSpan elapsed = _time.GetElapsedTime(_start);
            _end = elapsed + CancelGrace < _limit ? elapsed + CancelGrace : _limit;
            if (_end > elapsed) CancelAfter(_end - elapsed);
        }
    }

    private void CancelAfter(TimeSpan delay) => _timer.Change(delay, Timeout.InfiniteTimeSpan);

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
}
