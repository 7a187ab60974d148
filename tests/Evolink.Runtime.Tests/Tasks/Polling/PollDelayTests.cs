using Evolink.Runtime.Configuration;
using Evolink.Runtime.Tasks.Polling;

namespace Evolink.Tests.Tasks.Polling;

public sealed class PollDelayTests
{
    private static readonly PollingSettings s_settings = new(new PollingOptions());

    [Fact]
    public void WithoutAHint_TheIntervalGrowsToItsMaximum()
    {
        double[] intervals = [.. Enumerable.Range(0, 8).Select(polls => Seconds(20, null, null, polls))];

        Assert.Equal([2, 3, 4.5, 6.75, 10.125, 15, 15, 15], intervals);
    }

    [Fact]
    public void PollsAreClosest_WhereTheEndIsLikeliest()
    {
        double early = Seconds(20, Known(90, 0.35)), late = Seconds(90, Known(90, 0.35));

        Assert.InRange(late, 4, 6);
        Assert.InRange(early, 2 * late, 15);
    }

    [Fact]
    public void TheSurerAnEstimate_TheCloserArePollsAtItsEnd() =>
        Assert.True(Seconds(90, Known(90, 0.15)) < Seconds(90, Known(90, 0.6)));

    [Fact]
    public void AnOverdueEstimate_DoesNotSlowPollingWithoutEnd()
    {
        double[] intervals = [.. new double[] { 90, 180, 360, 720, 1440, 2880 }.Select(elapsed => Seconds(elapsed, Known(90, 0.35)))];

        Assert.All(intervals, interval => Assert.InRange(interval, 2, 10));
    }

    [Fact]
    public void AFirstPollMayComeLate_WhereTheRunTimeIsSure()
    {
        Assert.InRange(Seconds(0, Known(2400, 0.3), polls: 0), 59, 60);
        Assert.Equal(15, Seconds(0, Known(2400, 0.6), polls: 0));
        Assert.Equal(15, Seconds(100, Known(2400, 0.3), polls: 1));
    }

    [Fact]
    public void Progress_CountsTheMore_TheFurtherItIs()
    {
        // Half done after 20 s: the estimate of 40 minutes was wrong.
        Assert.InRange(Seconds(20, Known(2400, 0.6), progress: 50), 4, 15);
        Assert.InRange(Seconds(20, Known(2400, 0.6), progress: 95), 2, 3);
        Assert.InRange(Seconds(20, null, progress: 95), 2, 3);
    }

    [Fact]
    public void EarlyProgress_SaysNothing() => Assert.Equal(15, Seconds(1, Known(2400, 0.6), progress: 1));

    [Fact]
    public void TheBounds_Hold()
    {
        Assert.Equal(2, Seconds(1, Known(0.1, 0.1)));
        Assert.Equal(15, Seconds(1, Known(1e6, 0.1)));
    }

    [Fact]
    public void Jitter_IsATenth()
    {
        PollHistory history = new(TimeSpan.FromSeconds(20), null, null, 9);

        Assert.Equal(13.5, PollDelay.Next(s_settings, history, 0).TotalSeconds, 6);
        Assert.Equal(16.5, PollDelay.Next(s_settings, history, 1).TotalSeconds, 6);
    }

    [Fact]
    public void ASpread_CoversAWholeInterval()
    {
        PollHistory history = new(TimeSpan.FromSeconds(20), null, null, 9);

        Assert.Equal(7.5, PollDelay.Spread(s_settings, history, 0).TotalSeconds, 6);
        Assert.Equal(22.5, PollDelay.Spread(s_settings, history, 1).TotalSeconds, 6);
    }

    [Fact]
    public void ALongFirstPause_IsSpreadOverTheIntervalThatFollows()
    {
        PollHistory history = new(TimeSpan.Zero, Known(90, 0.35), null, 0);
        double from = PollDelay.Spread(s_settings, history, 0).TotalSeconds, until = PollDelay.Spread(s_settings, history, 1).TotalSeconds;

        Assert.InRange(until - from, 4, 15);
        Assert.InRange(from, 30, 60);
    }

    private static RunTime Known(double median, double spread) => new(Math.Log(median), spread);

    private static double Seconds(double elapsed, RunTime? runTime, double? progress = null, int polls = 3) =>
        PollDelay.Next(s_settings, new PollHistory(TimeSpan.FromSeconds(elapsed), runTime, progress, polls), 0.5).TotalSeconds;
}
