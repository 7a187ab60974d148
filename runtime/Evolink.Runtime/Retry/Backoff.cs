namespace Evolink.Runtime.Retry;

/// <summary>How long to wait before a call is repeated.</summary>
internal static class Backoff
{
    /// <inheritdoc cref="RequestOptions.LongestRetryAfter"/>
    public static readonly TimeSpan Cap = RequestOptions.LongestRetryAfter;

    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    /// <summary>Doubles from half a second up to 30 seconds; the random part takes up to half of it away.</summary>
    /// <param name="retriesDone">0 before the first retry.</param>
    /// <param name="random">From 0 up to 1.</param>
    public static TimeSpan Exponential(int retriesDone, double random) =>
        TimeSpan.FromTicks((long)(Math.Min(s_longest.Ticks, s_first.Ticks * Math.Pow(2, retriesDone)) * (1 - random / 2)));

    /// <summary>What the server asked for and up to a tenth more, so that many callers do not come back as one.</summary>
    public static TimeSpan Requested(TimeSpan retryAfter, double random) => retryAfter + retryAfter * (random / 10);
}
