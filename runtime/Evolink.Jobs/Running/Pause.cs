namespace Evolink.Jobs.Running;

/// <summary>How long to wait after a failure: from one second, doubling, to one minute.</summary>
internal static class Pause
{
    private const int MostDoublings = 6;

    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    public static TimeSpan After(int failures)
    {
        TimeSpan pause = s_first * (1 << Math.Min(failures, MostDoublings));
        return pause < s_longest ? pause : s_longest;
    }
}
