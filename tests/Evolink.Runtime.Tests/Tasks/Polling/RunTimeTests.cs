using Evolink.Runtime.Responses;
using Evolink.Runtime.Tasks.Polling;

namespace Evolink.Tests.Tasks.Polling;

public sealed class RunTimeTests
{
    private static readonly TimeSpan s_estimate = TimeSpan.FromSeconds(90);

    // Density by upper tail of the log-normal distribution, worked out elsewhere to six digits.
    [Theory]
    [InlineData(45, 0.0036331)]
    [InlineData(90, 0.0253299)]
    [InlineData(180, 0.0377195)]
    [InlineData(900, 0.0213469)]
    public void TheHazard_IsThatOfALogNormalRunTime(double seconds, double expected) =>
        Assert.InRange(new RunTime(Math.Log(90), 0.35).Hazard(seconds) / expected, 0.99, 1.01);

    [Fact]
    public void AnEstimate_IsCalibratedByModel()
    {
        RunTimeEstimates estimates = new();
        for (int task = 0; task < 20; task++) estimates.Learn(BatchTasks, "slow", s_estimate, 3 * s_estimate);

        RunTime slow = estimates.Predict(BatchTasks, "slow", s_estimate)!.Value, other = estimates.Predict(BatchTasks, "other", s_estimate)!.Value;

        Assert.InRange(Math.Exp(slow.LogMedian), 250, 275);
        Assert.InRange(slow.Spread, 0.1, 0.3);
        Assert.Equal(90, Math.Exp(other.LogMedian), 6);
        Assert.Equal(0.6, other.Spread, 6);
    }

    [Fact]
    public void WithoutAnEstimate_TheRunTimesThemselvesAreLearnt()
    {
        RunTimeEstimates estimates = new();
        Assert.Null(estimates.Predict(BatchTasks, "quiet", null));

        for (int task = 0; task < 20; task++) estimates.Learn(BatchTasks, "quiet", null, s_estimate);

        Assert.InRange(Math.Exp(estimates.Predict(BatchTasks, "quiet", null)!.Value.LogMedian), 70, 90);
    }

    [Fact]
    public void WhatIsOld_Fades()
    {
        RunTimeEstimates estimates = new();
        for (int task = 0; task < 500; task++) estimates.Learn(BatchTasks, "m", s_estimate, s_estimate);
        for (int task = 0; task < 200; task++) estimates.Learn(BatchTasks, "m", s_estimate, 2 * s_estimate);

        Assert.InRange(Math.Exp(estimates.Predict(BatchTasks, "m", s_estimate)!.Value.LogMedian), 160, 181);
    }

    [Fact]
    public void AServerThatNamesModelsWithoutEnd_IsNotKeptWithoutEnd()
    {
        RunTimeEstimates estimates = new();
        for (int model = 0; model < 2000; model++) estimates.Learn(BatchTasks, "model-" + model, s_estimate, 3 * s_estimate);

        Assert.Equal(90, Math.Exp(estimates.Predict(BatchTasks, "model-1999", s_estimate)!.Value.LogMedian), 6);
    }

    [Fact]
    public void ANameWithoutEnd_IsNotKept()
    {
        RunTimeEstimates estimates = new();
        string name = new('m', 100_000);
        for (int task = 0; task < 20; task++) estimates.Learn(BatchTasks, name, s_estimate, 3 * s_estimate);

        Assert.Equal(90, Math.Exp(estimates.Predict(BatchTasks, name, s_estimate)!.Value.LogMedian), 6);
    }

    [Fact]
    public void AnEstimateOfNothing_SpoilsNothing()
    {
        RunTimeEstimates estimates = new();
        estimates.Learn(BatchTasks, "m", TimeSpan.Zero, s_estimate);
        estimates.Learn(BatchTasks, "m", s_estimate, s_estimate);

        Assert.Equal(90, Math.Exp(estimates.Predict(BatchTasks, "m", s_estimate)!.Value.LogMedian), 6);
        Assert.Null(TaskStateReader.Read("""{"task_info":{"estimated_time":1e-9}}"""u8, BatchTasks).EstimatedTime);
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(double.Epsilon)]
    public void ARateOfNearlyNothing_IsOneThatAClockCanKeep(double perSecond)
    {
        PollRate rate = new(perSecond);
        for (int cooldown = 0; cooldown < 10; cooldown++) rate.Cooldown(TimeSpan.FromHours(cooldown), TimeSpan.FromSeconds(1), isAwaited: false);
        TimeSpan before = rate.Next;

        rate.Take(before, before);

        Assert.InRange(rate.Next - before, TimeSpan.FromDays(1), TimeSpan.FromDays(16));
    }

    [Fact]
    public void TheSurerOfTwoSources_CountsMore()
    {
        RunTime both = new RunTime(Math.Log(100), 0.1).Combine(new RunTime(Math.Log(400), 0.6));

        Assert.InRange(Math.Exp(both.LogMedian), 100, 110);
        Assert.InRange(both.Spread, 0.09, 0.1);
    }

    private static TaskFamily BatchTasks => Support.BatchServer.Tasks;
}
