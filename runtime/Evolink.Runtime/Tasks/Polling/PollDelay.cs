using Evolink.Runtime.Configuration;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>What is known when the next poll of a task is planned.</summary>
/// <param name="Elapsed">Since the wait began.</param>
/// <param name="EstimatedTime">The server's estimate of the whole run.</param>
/// <param name="Progress">From 0 to 100.</param>
/// <param name="Polls">How many polls there have been.</param>
internal readonly record struct PollHistory(TimeSpan Elapsed, TimeSpan? EstimatedTime, double? Progress, int Polls);

/// <summary>How long to wait before a task is polled again: a pure function of what is known.</summary>
internal static class PollDelay
{
    private const double Growth = 1.5;
    private const double Jitter = 0.1;

    // Early progress says little: many models report 1 % at once and stay there.
    private const double LeastProgress = 10;

    /// <summary>Four polls over what seems to be left; without a hint, a slowly growing interval.</summary>
    public static TimeSpan Next(PollingSettings settings, PollHistory history, double random)
    {
        TimeSpan delay = Remaining(history) is { } remaining ? remaining / 4 : Growing(settings, history.Polls);
        return Clamp(delay, settings) * (1 - Jitter + 2 * Jitter * random);
    }

    /// <summary>The same, spread over a whole interval: waits that start or recover together must not poll together.</summary>
    public static TimeSpan Spread(PollingSettings settings, PollHistory history, double random) => Next(settings, history, 0.5) * (0.5 + random);

    private static TimeSpan? Remaining(PollHistory history)
    {
        if (history.Progress is >= LeastProgress and < 100 and var progress && history.Elapsed > TimeSpan.Zero) return history.Elapsed * ((100 - progress) / progress);
        if (history.EstimatedTime is not { } estimate) return null;

        // An estimate that has passed was wrong by an unknown amount: slow down with the time it is overdue.
        return estimate > history.Elapsed ? estimate - history.Elapsed : history.Elapsed - estimate;
    }

    private static TimeSpan Growing(PollingSettings settings, int polls) =>
        TimeSpan.FromTicks((long)Math.Min(settings.MaximumInterval.Ticks, settings.MinimumInterval.Ticks * Math.Pow(Growth, polls)));

    private static TimeSpan Clamp(TimeSpan delay, PollingSettings settings) =>
        delay < settings.MinimumInterval ? settings.MinimumInterval : delay > settings.MaximumInterval ? settings.MaximumInterval : delay;
}
