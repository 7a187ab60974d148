using System.Diagnostics;

namespace Evolink.Runtime.Configuration;

/// <summary>A clock of the caller's; its exceptions reach no call, and no thread of a timer.</summary>
/// <remarks>Between the moment that a task is paid for and the moment that the caller holds its id the clock is read several times: the system's takes the place of one that throws.</remarks>
internal sealed class GuardedTimeProvider : TimeProvider
{
    private readonly TimeProvider _inner;
    private readonly Lock _lock = new();

    // What the timestamps count; null where the clock does not say, so that they mean nothing.
    private readonly long? _frequency;
    private long _last;
    private long _brokenSince;
    private volatile bool _isBroken;

    private GuardedTimeProvider(TimeProvider inner)
    {
        _inner = inner;
        try
        {
            if (inner.TimestampFrequency is > 0 and var frequency) _frequency = frequency;
            _last = inner.GetTimestamp();
        }
        catch (Exception)
        {
            // The first use of the clock finds out again.
        }
    }

    public override long TimestampFrequency => _frequency ?? Stopwatch.Frequency;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Local;

    /// <summary>The clock, guarded unless it is the system's own.</summary>
    public static TimeProvider From(TimeProvider time) => ReferenceEquals(time, System) ? time : new GuardedTimeProvider(time);

    public override DateTimeOffset GetUtcNow()
    {
        try
        {
            return _inner.GetUtcNow();
        }
        catch (Exception)
        {
            return System.GetUtcNow();
        }
    }

    public override long GetTimestamp()
    {
        if (_frequency is not { } frequency) return Stopwatch.GetTimestamp();
        try
        {
            long now = _inner.GetTimestamp();
            Volatile.Write(ref _last, now);
            if (_isBroken) _isBroken = false;
            return now;
        }
        catch (Exception)
        {
            return Continue(frequency);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        try
        {
            if (_inner.CreateTimer(callback, state, dueTime, period) is { } timer) return new GuardedTimer(timer, callback, state);
        }
        catch (Exception)
        {
            // Below.
        }

        return System.CreateTimer(callback, state, dueTime, period);
    }

    // From the last reading on, so that no time limit stands still, and none jumps.
    private long Continue(long frequency)
    {
        lock (_lock)
        {
            if (!_isBroken) (_brokenSince, _isBroken) = (Stopwatch.GetTimestamp(), true);
            return Volatile.Read(ref _last) + (long)(Stopwatch.GetElapsedTime(_brokenSince).TotalSeconds * frequency);
        }
    }

    private sealed class GuardedTimer(ITimer inner, TimerCallback callback, object? state) : ITimer
    {
        private readonly Lock _lock = new();
        private ITimer? _substitute;
        private bool _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            ITimer? substitute = Volatile.Read(ref _substitute);
            if (substitute is not null) return substitute.Change(dueTime, period);
            try
            {
                return inner.Change(dueTime, period);
            }
            catch (Exception)
            {
                lock (_lock)
                {
                    if (_isDisposed) return false;
                    _substitute ??= System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                    return _substitute.Change(dueTime, period);
                }
            }
        }

        public void Dispose()
        {
            lock (_lock)
            {
                _isDisposed = true;
                _substitute?.Dispose();
            }

            try
            {
                inner.Dispose();
            }
            catch (Exception)
            {
                // It rings once more than it should, and finds nothing to do.
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
