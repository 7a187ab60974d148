using Evolink.Runtime.Configuration;
using Evolink.Runtime.Tasks.Polling;

namespace Evolink.Tests.Tasks.Polling;

public sealed class PollDelayTests
{
    private static readonly PollingSettings Settings = new(new PollingOptions());

    [Fact]
    public void WithoutAHint_TheIntervalGrowsToItsMaximum()
    {
        double[] intervals = [.. Enumerable.Range(0, 8).Select(questions => Seconds(new PollHistory(TimeSpan.FromSeconds(20), null, null, questions)))];

        Assert.Equal([2, 3, 4.5, 6.75, 10.125, 15, 15, 15], intervals);
    }

    [Fact]
    public void AnEstimate_SpreadsFourQuestionsOverWhatIsLeft() =>
        Assert.Equal(10, Seconds(new PollHistory(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60), null, 1)));

    [Fact]
    public void AnOverdueEstimate_SlowsDownWithTheTimeItIsOverdue()
    {
        Assert.Equal(2, Seconds(new PollHistory(TimeSpan.FromSeconds(61), TimeSpan.FromSeconds(60), null, 9)));
        Assert.Equal(10, Seconds(new PollHistory(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(60), null, 9)));
    }

    [Fact]
    public void Progress_BeatsTheEstimate() =>
        Assert.Equal(5, Seconds(new PollHistory(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(2400), 50, 3)));

    [Fact]
    public void EarlyProgress_SaysNothing() =>
        Assert.Equal(15, Seconds(new PollHistory(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2400), 1, 3)));

    [Fact]
    public void TheBounds_Hold()
    {
        Assert.Equal(2, Seconds(new PollHistory(TimeSpan.FromSeconds(100), null, 99, 9)));
        Assert.Equal(15, Seconds(new PollHistory(TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), null, 0)));
    }

    [Fact]
    public void Jitter_IsATenth()
    {
        PollHistory input = new(TimeSpan.FromSeconds(20), null, null, 9);

        Assert.Equal(13.5, PollDelay.Next(Settings, input, 0).TotalSeconds, 6);
        Assert.Equal(16.5, PollDelay.Next(Settings, input, 1).TotalSeconds, 6);
    }

    [Fact]
    public void ASpread_CoversAWholeInterval()
    {
        PollHistory input = new(TimeSpan.FromSeconds(20), null, null, 9);

        Assert.Equal(7.5, PollDelay.Spread(Settings, input, 0).TotalSeconds, 6);
        Assert.Equal(22.5, PollDelay.Spread(Settings, input, 1).TotalSeconds, 6);
    }

    private static double Seconds(PollHistory input) => PollDelay.Next(Settings, input, 0.5).TotalSeconds;
}
