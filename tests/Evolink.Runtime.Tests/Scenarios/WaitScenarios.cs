using Evolink.Tests.Support;

namespace Evolink.Tests.Scenarios;

/// <summary>Scenarios 9 to 12: questions that fail, statuses that nobody knows, tasks that are not found, states that run backwards.</summary>
public sealed class WaitScenarios
{
    [Fact]
    public async Task AThirdOfThePolls_MayFailForThreeMinutes()
    {
        int queries = 0;
        Fault[] faults = [Fault.Status(500), Fault.ResetAfterRequest(), Fault.Html(), Fault.Truncated(10), Fault.Status(502), Fault.Garbage(), Fault.StallAfterHeaders(Scenario.Long), Fault.Status(429, "3")];
        await using Scenario scenario = await Scenario.StartAsync(options => options with
        {
            PendingFor = TimeSpan.FromMinutes(1),
            ProcessingFor = TimeSpan.FromMinutes(2),
            Faults = request => request.Kind == RequestKind.Query && ++queries % 3 == 0 ? faults[queries / 3 % faults.Length] : null,
        });

        TestTask task = await scenario.GenerateAsync();

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Equal((scenario.Simulator.Ledger[0].TaskId, GenerationStatus.Completed), (task.Id, task.Status));
        Assert.True(queries >= 9, $"Only {queries} questions: the faults were not met.");
    }

    [Fact]
    public async Task UnknownMissingAndMisspeltStatuses_AreWaitedThrough()
    {
        await using Scenario scenario = await Scenario.StartAsync(Living(
            json =>
            {
                if ((string?)json["status"] == "completed") json["status"] = "COMPLETED";
            },
            new(TimeSpan.Zero, "queued_at_provider"), new(TimeSpan.FromSeconds(30), null), new(TimeSpan.FromSeconds(60), "Processing"), new(TimeSpan.FromSeconds(90), "completed")));
        List<string> seen = [];

        await scenario.Time.RunAsync(scenario.Client.GenerateAsync(new TestRequest(Scenario.Prompt), new Reporter(task => seen.Add(task.Status.Value))));

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Equal(["queued_at_provider", "", "Processing", "COMPLETED"], seen.Distinct());
    }

    [Fact]
    public async Task AnUnknownStatusForEver_EndsTheWait_NotTheTask()
    {
        await using Scenario scenario = await Scenario.StartAsync(Living(null, new TaskStep(TimeSpan.Zero, "hibernating")));

        EvolinkTaskException error = await Scenario.FailsAsync<EvolinkTaskException>(scenario.GenerateAsync());

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Equal(scenario.Simulator.Ledger[0].TaskId, error.TaskId);
        Assert.Equal("hibernating", error.Snapshot!.Value.GetProperty("status").GetString());
        Assert.InRange(scenario.Time.Now.TotalMinutes, 10, 10.5);
    }

    [Fact]
    public async Task ANotFoundJustAfterTheCreate_IsALag()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnQueries(Fault.Status(404, code: "task_not_found"));

        TestTask task = await scenario.GenerateAsync();

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Equal(GenerationStatus.Completed, task.Status);
        Assert.Equal(0, scenario.Plan.Left);
    }

    [Fact]
    public async Task ANotFoundLater_IsTheEnd_WithTheId()
    {
        await using Scenario scenario = await Scenario.StartAsync(options => options with { ProcessingFor = TimeSpan.FromMinutes(5) });
        scenario.Plan.OnQueries(null, null, Fault.Status(404, code: "task_not_found"));

        EvolinkTaskException error = await Scenario.FailsAsync<EvolinkTaskException>(scenario.GenerateAsync());

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Equal((scenario.Simulator.Ledger[0].TaskId, 3), (error.TaskId, scenario.Queries.Count));
    }

    [Fact]
    public async Task StatesAndProgressThatRunBackwards_AreShownForwards()
    {
        await using Scenario scenario = await Scenario.StartAsync(Living(
            null, new(TimeSpan.Zero, "processing", 50), new(TimeSpan.FromSeconds(30), "pending", 0), new(TimeSpan.FromSeconds(60), "processing", 20), new(TimeSpan.FromSeconds(90), "completed")));
        GenerationTask<TestTask> task = await scenario.SubmitAsync();
        List<double> shown = [];

        await scenario.Time.RunAsync(task.WaitAsync(new Reporter(_ => shown.Add(task.Progress))));

        Assert.Equal(shown.Order(), shown);
        Assert.Equal((50d, 100d), (shown[0], shown[^1]));
        scenario.AssertPaid(creates: 1, charges: 1);
    }

    [Fact]
    public async Task ATaskThatEndsTwice_EndsTheFirstTime()
    {
        await using Scenario scenario = await Scenario.StartAsync(Living(
            null, new(TimeSpan.Zero, "completed"), new(TimeSpan.FromMinutes(1), "failed"), new(TimeSpan.FromMinutes(2), "completed")));
        GenerationTask<TestTask> task = await scenario.SubmitAsync();
        await scenario.Time.RunAsync(task.WaitAsync());

        scenario.Time.Advance(TimeSpan.FromMinutes(1));
        TestTask now = await task.RefreshAsync();

        Assert.Equal("failed", now.Status.Value);
        Assert.Equal(GenerationStatus.Completed, (await task.WaitAsync()).Status);
        Assert.Equal(GenerationStatus.Completed, task.Status);
        Assert.True(Assert.Single(scenario.Simulator.Ledger).Refunded);
    }

    private static Func<SimulatorOptions, SimulatorOptions> Living(Action<System.Text.Json.Nodes.JsonObject>? edit, params TaskStep[] steps) =>
        options => options with { Script = _ => new TaskScript { Steps = steps, Edit = edit } };

    private sealed class Reporter(Action<TestTask> report) : IProgress<TestTask>
    {
        public void Report(TestTask value) => report(value);
    }
}
