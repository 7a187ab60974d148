using Evolink.Jobs.Limits;
using Evolink.Jobs.Tests.Support;

namespace Evolink.Jobs.Tests.Limits;

/// <summary>One rate, one number of jobs and one sum of credits for all who drive jobs, while they come and go.</summary>
public sealed class JobGateTests
{
    private readonly StandingClock _clock = new();

    [Theory]
    [InlineData(10, 1)]
    [InlineData(10, 2)]
    [InlineData(100, 3)]
    [InlineData(400, 5)]
    public void TheRate_IsOneForAll(double perSecond, int owners)
    {
        JobGate gate = new(new JobLimits(100_000, perSecond, null), _clock);
        int begun = 0;
        int[] active = new int[owners];
        for (int step = 0; step < 6000; step++, _clock.Now += TimeSpan.FromMilliseconds(10))
        {
            // One after the other goes, and comes again later.
            for (int owner = 0; owner < owners; owner++)
            {
                if (owner > 0 && step / 1000 % owners == owner) continue;
                int count = gate.Take($"silo-{owner}", Wanting(active[owner], 16)).Count;
                active[owner] += count;
                begun += count;
            }
        }

        Assert.InRange(begun, perSecond * 60 * 0.9, perSecond * 60 * 1.1);
    }

    [Fact]
    public void TheNumber_IsOneForAll()
    {
        JobGate gate = NewGate(concurrency: 5);

        Assert.Equal(3, gate.Take("one", Wanting(0, 3)).Count);
        Assert.Equal(2, gate.Take("two", Wanting(0, 3)).Count);
        Assert.Equal(new JobPermits(0, IsPaced: false, JobGate.Tick), gate.Take("one", Wanting(3, 1)));
        Assert.Equal(1, gate.Take("one", Wanting(2, 3)).Count);
    }

    [Fact]
    public void WhoSaysNothing_CountsUntilOthersHaveItsJobs()
    {
        JobGate gate = NewGate(concurrency: 5);
        gate.Take("dead", Wanting(4, 0));
        _clock.Now = JobGate.SilenceLimit;
        Assert.Equal(1, gate.Take("alive", Wanting(0, 5)).Count);

        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(0, gate.Take("alive", Wanting(5, 5)).Count);
        Assert.Equal(2, gate.Take("alive", Wanting(3, 5)).Count);
    }

    [Fact]
    public void ANewGate_CountsWhatWasUnderWayBeforeIt()
    {
        JobGate gate = NewGate(concurrency: 5);
        gate.Assume(4, 0);

        Assert.Equal(1, gate.Take("one", Wanting(0, 3)).Count);
        Assert.Equal(0, gate.Take("two", Wanting(2, 3)).Count);

        // Once all have reported it is they who count.
        _clock.Now = JobGate.SilenceLimit + TimeSpan.FromSeconds(1);
        gate.Take("one", Wanting(1, 0));
        Assert.Equal(2, gate.Take("two", Wanting(2, 3)).Count);
    }

    [Fact]
    public void TheCredits_AreOneSum_AndADearJobWaitsForItsTurn()
    {
        JobGate gate = NewGate(concurrency: 100, credits: 10);
        gate.Take("other", new JobDemand(1, 4, []));

        Assert.Equal(1, gate.Take("own", new JobDemand(0, 0, [4, 5, 1])).Count);
        Assert.Equal(2, gate.Take("own", new JobDemand(0, 0, [5, 1])).Count);

        // What alone is too dear is let through: it fails before it is sent.
        Assert.Equal(1, gate.Take("own", new JobDemand(0, 0, [11])).Count);
    }

    private static JobDemand Wanting(int active, int wanted) => new(active, 0, [.. Enumerable.Repeat<decimal?>(null, wanted)]);

    /// <summary>With a rate that is no matter here.</summary>
    private JobGate NewGate(int concurrency, decimal? credits = null) => new(new JobLimits(concurrency, 1e9, credits), _clock);
}
