using Evolink.Runtime.Configuration;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>What is known when the next poll of a task is planned.</summary>
/// <param name="Elapsed">Since the task was created, or since the wait began where that was elsewhere.</param>
/// <param name="RunTime">The run time to expect; null where nothing is known of it.</param>
/// <param name="Progress">From 0 to 100.</param>
/// <param name="Polls">How many polls there have been.</param>
internal readonly record struct PollHistory(TimeSpan Elapsed, RunTime? RunTime, double? Progress, int Polls);

/// <summary>How long to wait before a task is polled again: a pure function of what is known.</summary>
/// <remarks>
/// Polls are closest where the end is likeliest. Of all schedules with as many polls, the one whose pauses go with one by the root of
/// the hazard has the least lag in the mean: a task that is far from its end is left alone, one that is overdue is polled at a pace
/// that hardly slows.
/// </remarks>
internal static class PollDelay
{
    // What one poll is worth in lag; ten polls at three seconds for a job of ninety.
    private const double Cost = 0.81;

    private const double Growth = 1.5;
    private const double Jitter = 0.1;

    // The pause before the first poll is none between two polls: where a run time is sure enough, which no first estimate is, it may be this
    // many of the longest.
    private const int FirstPauses = 4;
    private const double SureSpread = 0.45;

    // Early progress says little: many models report 1 % at once and stay there.
    private const double LeastProgress = 10;

    // How far off a run time is that is worked out from the progress: much at the beginning, little at the end.
    private const double ProgressSpread = 0.6;
    private const double LeastProgressSpread = 0.1;

    private static readonly TimeSpan s_step = TimeSpan.FromSeconds(1);

    /// <summary>The pause before the next poll.</summary>
    public static TimeSpan Next(PollingSettings settings, PollHistory history, double random) => Pause(settings, history) * (1 - Jitter + (2 * Jitter * random));

    /// <summary>The same, spread over a whole interval: waits that start or recover together must not poll together.</summary>
    public static TimeSpan Spread(PollingSettings settings, PollHistory history, double random)
    {
        TimeSpan pause = Pause(settings, history);
        TimeSpan interval = history.Polls > 0 ? pause : Pause(settings, history with { Elapsed = history.Elapsed + pause, Polls = 1 });
        return pause + ((interval < pause ? interval : pause) * (random - 0.5));
    }

    private static TimeSpan Pause(PollingSettings settings, PollHistory history) => Expected(history) is { } runTime
        ? Pause(settings, history, runTime)
        : Clamp(TimeSpan.FromTicks((long)Math.Min(settings.MaximumInterval.Ticks, settings.MinimumInterval.Ticks * Math.Pow(Growth, history.Polls))), settings);

    // The pause at whose end the root of the hazard has summed up to the cost of a poll.
    private static TimeSpan Pause(PollingSettings settings, PollHistory history, RunTime runTime)
    {
        TimeSpan longest = history.Polls == 0 && runTime.Spread < SureSpread ? settings.MaximumInterval * FirstPauses : settings.MaximumInterval, pause = TimeSpan.Zero;
        for (double sum = 0; pause < longest;)
        {
            double rate = Math.Sqrt(runTime.Hazard((history.Elapsed + pause + (s_step / 2)).TotalSeconds)), next = sum + (rate * s_step.TotalSeconds);
            if (next >= Cost)
            {
                pause += TimeSpan.FromSeconds((Cost - sum) / rate);
                break;
            }

            (sum, pause) = (next, pause + s_step);
        }

        return pause < settings.MinimumInterval ? settings.MinimumInterval : pause > longest ? longest : pause;
    }

    private static RunTime? Expected(PollHistory history)
    {
        if (history.Progress is not (>= LeastProgress and < 100 and var progress) || history.Elapsed <= TimeSpan.Zero) return history.RunTime;
        RunTime shown = new(Math.Log(history.Elapsed.TotalSeconds * 100 / progress), Math.Max(LeastProgressSpread, ProgressSpread * (1 - (progress / 100))));
        return history.RunTime?.Combine(shown) ?? shown;
    }

    private static TimeSpan Clamp(TimeSpan delay, PollingSettings settings) =>
        delay < settings.MinimumInterval ? settings.MinimumInterval : delay > settings.MaximumInterval ? settings.MaximumInterval : delay;
}
