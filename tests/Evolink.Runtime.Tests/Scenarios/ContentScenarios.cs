using Evolink.Tests.Scenarios.Schedules;
using Evolink.Tests.Support;

namespace Evolink.Tests.Scenarios;

/// <summary>Content that no server should send, in responses that arrive whole: nothing of it hides a paid task.</summary>
public sealed class ContentScenarios
{
    public static TheoryData<string, Fault> Contents { get; } = new(ContentFaults.All.Select(fault => (fault.ToString(), fault)));

    [Theory]
    [MemberData(nameof(Contents), DisableDiscoveryEnumeration = true)]
    public Task ACreateAnsweredWithOddContent_GivesItsTask(string name, Fault fault) =>
        Scenario.AssertCreateGivesItsTaskAsync(name, fault);

    [Theory]
    [MemberData(nameof(Contents), DisableDiscoveryEnumeration = true)]
    public async Task AFinishedTaskDescribedWithOddContent_EndsItsWait(string name, Fault fault)
    {
        await using Scenario scenario = await Scenario.StartAsync();
        using IDisposable always = scenario.Plan.During(fault, request => request.Kind == RequestKind.Query);

        GenerationTask<TestTask> task = await scenario.SubmitAsync();
        await scenario.Time.RunAsync(task.WaitAsync(cancellationToken: TestContext.Current.CancellationToken));

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.True(task.Status == GenerationStatus.Completed, name);
        Assert.InRange(scenario.Time.Now, TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(60));
    }

    [Theory]
    [MemberData(nameof(Contents), DisableDiscoveryEnumeration = true)]
    public async Task AResultNamedAmongOddContent_IsDownloaded(string name, Fault fault)
    {
        await using Scenario scenario = await Scenario.StartAsync();
        using IDisposable always = scenario.Plan.During(fault, request => request.Kind == RequestKind.Query);
        string folder = Directory.CreateTempSubdirectory("content").FullName;
        try
        {
            GenerationTask<TestTask> task = await scenario.SubmitAsync();

            IReadOnlyList<string> files = await scenario.Time.RunAsync(task.DownloadAsync(folder, TestContext.Current.CancellationToken));

            Assert.True(new FileInfo(Assert.Single(files)).Length > 0, name);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static TheoryData<string> Refusals { get; } = new(ContentFaults.Refusals);

    public static TheoryData<string> Failures { get; } = new(ContentFaults.Failures);

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task ACreateRefusedWithAGoodStatus_IsRefused_AndSaysWhy(string body)
    {
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnCreates(Fault.Answer(200, "application/json", body));

        EvolinkApiException error = await Scenario.FailsAsync<EvolinkApiException>(scenario.SubmitAsync());

        scenario.AssertPaid(creates: 1, charges: 0);
        Assert.Contains("not allowed", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task ACreateThatFailsWithAGoodStatus_LeavesItsOutcomeOpen_AndSaysWhy(string body)
    {
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnCreates(Fault.Answer(200, "application/json", body, carriesOut: true));

        EvolinkOutcomeUnknownException error = await Scenario.FailsAsync<EvolinkOutcomeUnknownException>(scenario.SubmitAsync());

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Contains("it broke", error.Message, StringComparison.Ordinal);
        Assert.Equal(scenario.Simulator.Ledger[0].IdempotencyKey, error.IdempotencyKey);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task APollThatFailsWithAGoodStatus_IsAskedAgain(string body)
    {
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnQueries(Fault.Answer(200, "application/json", body));

        Assert.Equal(GenerationStatus.Completed, (await scenario.GenerateAsync()).Status);
        scenario.AssertPaid(creates: 1, charges: 1);
    }
}
