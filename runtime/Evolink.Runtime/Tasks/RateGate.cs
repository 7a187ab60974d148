namespace Evolink;

/// <summary>Keeps all waits of one client within its rate: hands out moments, evenly spaced, and none while the server wants a rest.</summary>
internal sealed class RateGate(double perSecond, TimeProvider time)
{
    private readonly TimeSpan _spacing = TimeSpan.FromSeconds(1 / perSecond);
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _lock = new();
    private TimeSpan _next;

    /// <summary>Takes the next free moment and waits for it.</summary>
    public Task EnterAsync(CancellationToken cancellationToken)
    {
        TimeSpan delay;
        lock (_lock)
        {
            TimeSpan now = time.GetElapsedTime(_start);
            TimeSpan moment = _next > now ? _next : now;
            _next = moment + _spacing;
            delay = moment - now;
        }

        return delay > TimeSpan.Zero ? Task.Delay(delay, time, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Lets nobody pass for a while: the rate limit is the key's, not one task's.</summary>
    public void Rest(TimeSpan duration)
    {
        lock (_lock)
        {
            TimeSpan until = time.GetElapsedTime(_start) + duration;
            if (until > _next) _next = until;
        }
    }
}
