using Evolink.Runtime.Http;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>Ends a try when the server sends nothing for too long. One timer for the whole try, set again only when it fires.</summary>
internal sealed class StallTimeout : IDisposable
{
    private const long NotListening = -1;

    // How soon the timer looks again when it fires between two reads.
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _source;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private long _since;
    private long _limitedSince;
    private TimeSpan? _limit;
    private bool _isDisposed;

    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">The caller's; it ends the try as well.</param>
    public StallTimeout(TimeProvider time, CancellationToken cancellationToken)
    {
        _time = time;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _since = time.GetTimestamp();
        _timer = time.CreateTimer(static limit => ((StallTimeout)limit!).Check(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(AttemptScope.BodyStall, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>The server's turn: the silence counts from now.</summary>
    public void Resume() => Volatile.Write(ref _since, _time.GetTimestamp());

    /// <summary>Our own turn: a slow disk is no silence of the server.</summary>
    public void Pause() => Volatile.Write(ref _since, NotListening);

    /// <summary>Ends the try after a time even while bytes come: what drips could go on for days.</summary>
    /// <param name="limit">From now on; null for no such limit any more.</param>
    public void Limit(TimeSpan? limit)
    {
        lock (_lock)
        {
            if (_isDisposed) return;
            (_limit, _limitedSince) = (limit, _time.GetTimestamp());
            if (limit < AttemptScope.BodyStall) _timer.Change(limit.Value, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Ends the try now.</summary>
    public void End()
    {
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The try ended first.
        }
    }

    public void Dispose()
    {
        lock (_lock) _isDisposed = true;
        _timer.Dispose();
        _source.Dispose();
    }

    private void Check()
    {
        lock (_lock)
        {
            if (_isDisposed) return;
            long since = Volatile.Read(ref _since);
            TimeSpan left = since == NotListening ? s_soon : AttemptScope.BodyStall - _time.GetElapsedTime(since);
            if (_limit - _time.GetElapsedTime(_limitedSince) is { } rest && rest < left) left = rest;
            if (left > TimeSpan.Zero)
            {
                _timer.Change(left, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        // Outside the lock: cancelling runs other people's callbacks.
        End();
    }
}
