using Evolink.Runtime.Retry;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>
/// Keeps the polls of one client within its rate, evenly spaced. A server that says "too often" means the key and not one task: then all of
/// them pause, go on at half the rate, and come back to the full one with good responses. Used under the poller's lock.
/// </summary>
internal sealed class PollRate(double perSecond)
{
    private const double SlowestPart = 16;
    private const double Recovery = 0.95;

    // A timer that is late, on a machine that is busy, loses no rate: what was due meanwhile is caught up. Later than this is no lateness
    // but a stop, after which nothing must come in a heap.
    private static readonly TimeSpan s_latest = TimeSpan.FromSeconds(1);

    // A poll a day is slower than anybody waits, and still a time that a timer can keep at the slowest part of the rate.
    private const double LongestSpacingSeconds = 86_400;

    private readonly TimeSpan _spacing = TimeSpan.FromSeconds(Math.Min(1 / perSecond, LongestSpacingSeconds));
    private double _slowdown = 1;
    private TimeSpan? _cooldownBegan;

    /// <summary>The moment from which the next poll may be sent.</summary>
    public TimeSpan Next { get; private set; }

    /// <summary>When the last cooldown ends or ended. What was due before then must not come all at once.</summary>
    public TimeSpan CooldownEnd { get; private set; }

    /// <summary>Takes the place of one request.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="due">Since when it could have been sent, but for the rate.</param>
    public void Take(TimeSpan now, TimeSpan due)
    {
        Next = Later(Next, Later(due, now - s_latest)) + (_spacing * _slowdown);
        _cooldownBegan = null;
    }

    /// <summary>The server wants fewer polls.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="duration">How long it wants none.</param>
    /// <param name="isAwaited">Whether a poll waits for the cooldown to end.</param>
    public void Cooldown(TimeSpan now, TimeSpan duration, bool isAwaited)
    {
        // Several responses of that kind to polls of one moment are one wish.
        if (now >= CooldownEnd) _slowdown = Math.Min(2 * _slowdown, SlowestPart);

        // Other calls that are turned away again and again must not keep a wait from polling: until a poll was sent it is one cooldown.
        if (!isAwaited || _cooldownBegan is null) _cooldownBegan = now;
        TimeSpan latest = _cooldownBegan.Value + Backoff.Cap, end = now + duration;
        CooldownEnd = Later(CooldownEnd, end < latest ? end : latest);
        Next = Later(Next, CooldownEnd);
    }

    /// <summary>Nothing ran for a while, and not because the server asked for it: the machine slept.</summary>
    public void WakeUp(TimeSpan now) => CooldownEnd = Later(CooldownEnd, now);

    /// <summary>The server responded as it should.</summary>
    public void Recover() => _slowdown = Math.Max(1, _slowdown * Recovery);

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
