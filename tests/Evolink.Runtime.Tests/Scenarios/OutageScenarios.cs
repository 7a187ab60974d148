using Evolink.Tests.Support;

namespace Evolink.Tests.Scenarios;

/// <summary>Scenario 17, small: 1,000 waiters live through an outage of a minute.</summary>
public sealed class OutageScenarios
{
    private const int Waiters = 1000;
    private static readonly TimeSpan s_outageBegin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_outageEnd = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task AThousandWaiters_ComeBackFromAnOutage_WithoutABurst()
    {
        DateTimeOffset start = new ManualTimeProvider().GetUtcNow();
        await using Scenario scenario = await Scenario.StartAsync(options => options with
        {
            PendingFor = TimeSpan.FromSeconds(10),
            ProcessingFor = TimeSpan.FromSeconds(170),
            Faults = request => request.Kind == RequestKind.Query && request.Time - start is var now && now >= s_outageBegin && now < s_outageEnd
                ? request.Number % 2 == 0 ? Fault.Status(503) : Fault.ResetBeforeReading()
                : null,
        });
        List<GenerationTask<TestTask>> tasks = [];
        for (int number = 0; number < Waiters; number++) tasks.Add(await scenario.Client.SubmitAsync(new TestRequest(Scenario.Prompt)));

        await scenario.Time.RunAsync([.. tasks.Select(task => task.WaitAsync())]);

        List<int> perSecond = [.. scenario.Queries.CountBy(request => (int)(request.Time - start).TotalSeconds).Select(second => second.Value)];
        Assert.InRange(perSecond.Max(), 1, 1.5 * perSecond.Average());
        Assert.Equal((Waiters, Waiters), (scenario.Creates.Count, scenario.Simulator.Ledger.Count));
        Assert.All(tasks, task => Assert.Equal(GenerationStatus.Completed, task.Status));
    }
}
