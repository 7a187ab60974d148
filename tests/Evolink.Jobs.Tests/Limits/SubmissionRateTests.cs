using Evolink.Jobs.Limits;
using Evolink.Jobs.Tests.Support;

namespace Evolink.Jobs.Tests.Limits;

/// <summary>How closely submissions may follow each other.</summary>
public sealed class SubmissionRateTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(5)]
    [InlineData(100)]
    public void OverAMinute_TheRateIsKept(double perSecond)
    {
        StandingClock clock = new();
        SubmissionRate rate = new(perSecond, clock);
        int sent = 0;
        for (; clock.Now < TimeSpan.FromMinutes(1); clock.Now += rate.Delay)
        {
            rate.Take();
            sent++;
        }

        Assert.InRange(sent, 60 * perSecond, (61 * perSecond) + 2);
    }

    [Fact]
    public void AfterAPause_NoMoreThanASecondsWorthIsCaughtUp()
    {
        StandingClock clock = new() { Now = TimeSpan.FromHours(1) };
        SubmissionRate rate = new(10, clock);
        clock.Now += TimeSpan.FromHours(1);
        int sent = 0;
        for (; rate.Delay == TimeSpan.Zero; sent++) rate.Take();

        Assert.InRange(sent, 10, 11);
    }
}
