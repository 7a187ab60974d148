using Evolink.Tests.Support;

namespace Evolink.Tests.Scenarios;

/// <summary>Scenario 20: the clock is set, and the machine sleeps.</summary>
public sealed class ClockScenarios
{
    [Theory]
    [InlineData(-25)]
    [InlineData(25)]
    public async Task AWallClockThatIsSetDuringAWait_ChangesNothing(int hours)
    {
        ManualTimeProvider? time = null;
        await using Scenario scenario = await Scenario.StartAsync(options => options with
        {
            Faults = request =>
            {
                if (request.Number == 3) time!.WallClockError = TimeSpan.FromHours(hours);
                return null;
            },
        });
        time = scenario.Time;

        TestTask task = await scenario.GenerateAsync();

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Equal(GenerationStatus.Completed, task.Status);
        Assert.InRange(time.Now.TotalSeconds, 30, 60);
    }

    [Fact]
    public async Task ASleepOfTenMinutes_AndANetworkThatWakesLate_DoNotEndTheWait()
    {
        ManualTimeProvider? time = null;
        await using Scenario scenario = await Scenario.StartAsync(options => options with
        {
            ProcessingFor = TimeSpan.FromMinutes(20),
            Faults = request =>
            {
                if (request.Number == 3) time!.Advance(TimeSpan.FromMinutes(10));
                return request.Number is 3 or 4 or 5 ? Fault.ResetBeforeReading() : null;
            },
        });
        time = scenario.Time;

        TestTask task = await scenario.GenerateAsync();

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Equal(GenerationStatus.Completed, task.Status);
    }

    [Fact]
    public async Task ASleepPastTheDeadline_StillTakesWhatIsDone()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        GenerationTask<TestTask> task = await scenario.SubmitAsync();

        Task<TestTask> wait = task.WaitAsync();
        scenario.Time.Sleep(TimeSpan.FromHours(3));

        Assert.Equal(GenerationStatus.Completed, (await scenario.Time.RunAsync(wait)).Status);
        scenario.AssertPaid(creates: 1, charges: 1);
    }
}
