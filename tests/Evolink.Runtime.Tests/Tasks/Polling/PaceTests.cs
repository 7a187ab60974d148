using Evolink.Runtime.Configuration;
using Evolink.Runtime.Tasks.Polling;
using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks.Polling;

/// <summary>Jobs of 90 seconds, one after the other: how often each is polled, and how long its end goes unseen. A fixed pace of 5 seconds is what it is held against.</summary>
public sealed class PaceTests
{
    private const double Median = 90;
    private const int Jobs = 3000;

    private static readonly PollingSettings s_settings = new(new PollingOptions());

    [Fact]
    public void ThePace_AsksLessThanAFixedOne_AtTheSameLag()
    {
        Pace own = Run(off: 1), everyFiveSeconds = Run(off: 1, fixedInterval: 5);

        Assert.InRange(everyFiveSeconds.Polls, 19, 20);
        Assert.InRange(own.Polls, 8, 10.5);
        Assert.InRange(own.Lag, 1, 3);
        Assert.InRange(own.LateLag, 1, 6.3);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1 / 3.0)]
    public void AnEstimateThatIsOffByThree_IsCorrected(double off)
    {
        Pace own = Run(off), everyFiveSeconds = Run(off, fixedInterval: 5);

        Assert.InRange(own.Polls, 8, 11);
        Assert.InRange(own.Lag, 1, 3.1);
        Assert.True(own.Cost < 0.75 * everyFiveSeconds.Cost);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1 / 3.0)]
    public void TheFirstFewOfAModel_AreNoWorseThanAFixedPace(double off)
    {
        // A client that knows nothing yet, three hundred times.
        Pace own = Pace.Mean([.. Enumerable.Range(0, 300).Select(seed => Run(off, jobs: 10, seed: seed))]), everyFiveSeconds = Run(off, fixedInterval: 5);

        Assert.True(own.Polls < everyFiveSeconds.Polls);
        Assert.True(own.Cost < everyFiveSeconds.Cost, $"{own} against {everyFiveSeconds}");
    }

    private static Pace Run(double off, double? fixedInterval = null, int jobs = Jobs, int seed = 1)
    {
        Random random = new(seed);
        RunTimeEstimates estimates = new();
        LowDiscrepancySequence spread = new(random.NextDouble());
        TimeSpan estimate = TimeSpan.FromSeconds(Median * off);
        List<double> lags = [];
        int polls = 0;
        for (int job = 0; job < jobs; job++)
        {
            double end = Median * Math.Exp(0.35 * Normal(random)), elapsed = 0, last = 0;
            for (int poll = 0; elapsed < end; poll++)
            {
                last = elapsed;
                PollHistory history = new(TimeSpan.FromSeconds(elapsed), estimates.Predict(BatchServer.Tasks, "m", estimate), null, poll);
                elapsed += fixedInterval is { } interval ? interval * (poll == 0 ? 0.5 + spread.Next() : 1)
                    : (poll == 0 ? PollDelay.Spread(s_settings, history, spread.Next()) : PollDelay.Next(s_settings, history, random.NextDouble())).TotalSeconds;
                polls++;
            }

            estimates.Learn(BatchServer.Tasks, "m", estimate, TimeSpan.FromSeconds((last + elapsed) / 2));
            lags.Add(elapsed - end);
        }

        lags.Sort();
        return new Pace((double)polls / jobs, lags.Average(), lags[(int)(0.95 * lags.Count)]);
    }

    // Box and Muller.
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <param name="Polls">Polls a job.</param>
    /// <param name="Lag">The mean lag in seconds.</param>
    /// <param name="LateLag">The lag that one of twenty passes.</param>
    private sealed record Pace(double Polls, double Lag, double LateLag)
    {
        /// <summary>Polls twice as far apart are half as many at twice the lag: their product is what a pace is worth.</summary>
        public double Cost => Polls * Lag;

        public static Pace Mean(IReadOnlyList<Pace> all) => new(all.Average(pace => pace.Polls), all.Average(pace => pace.Lag), all.Average(pace => pace.LateLag));
    }
}
