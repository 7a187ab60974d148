using Evolink.Runtime.Retry;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>
/// Keeps all questions of one client within its rate, evenly spaced. A server that says "too often" means the key and not one task: then
/// all of them rest, go on at half the rate, and come back to the full one with good answers. Used under the poller's lock.
/// </summary>
internal sealed class PollRate(double perSecond)
{
    private const double SlowestPart = 16;
    private const double Recovery = 0.95;

    // Timers are coarser than a high rate is: what one tick missed, the next may catch up.
    private static readonly TimeSpan TimerResolution = TimeSpan.FromMilliseconds(15);

    private readonly TimeSpan _spacing = TimeSpan.FromSeconds(1 / perSecond);
    private double _slowdown = 1;
    private TimeSpan? _cooldownBegan;

    /// <summary>The moment from which the next question may be asked.</summary>
    public TimeSpan Next { get; private set; }

    /// <summary>When the last rest ends or ended. What was due before then must not come all at once.</summary>
    public TimeSpan CooldownEnd { get; private set; }

    /// <summary>Takes the place of one question.</summary>
    public void Take(TimeSpan now)
    {
        Next = Later(Next, now - TimerResolution) + (_spacing * _slowdown);
        _cooldownBegan = null;
    }

    /// <summary>The server wants fewer questions.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="duration">How long it wants none.</param>
    /// <param name="isAwaited">Whether a question waits for the rest to end.</param>
    public void Cooldown(TimeSpan now, TimeSpan duration, bool isAwaited)
    {
        // Several answers of that kind to questions of one moment are one wish.
        if (now >= CooldownEnd) _slowdown = Math.Min(2 * _slowdown, SlowestPart);

        // Other calls that are turned away again and again must not keep a wait from asking: until a question was asked it is one rest.
        if (!isAwaited || _cooldownBegan is null) _cooldownBegan = now;
        TimeSpan latest = _cooldownBegan.Value + Backoff.Cap, end = now + duration;
        CooldownEnd = Later(CooldownEnd, end < latest ? end : latest);
        Next = Later(Next, CooldownEnd);
    }

    /// <summary>Nothing ran for a while, and not by the server's wish: the machine slept.</summary>
    public void WakeUp(TimeSpan now) => CooldownEnd = Later(CooldownEnd, now);

    /// <summary>The server answered as it should.</summary>
    public void Recover() => _slowdown = Math.Max(1, _slowdown * Recovery);

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
