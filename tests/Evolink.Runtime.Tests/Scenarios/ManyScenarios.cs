using Evolink.Tests.Support;

namespace Evolink.Tests.Scenarios;

/// <summary>Many requests over real sockets: what is charged is what the outcomes say, whatever goes wrong.</summary>
public sealed class ManyScenarios : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "evolink-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task TwentyRequests_BecomeTwentyFiles_AndWhatGoesWrongIsNamed()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnCreates(null, Fault.ResetAfterRequest(), Fault.Status(400, code: "content_policy_violation"));
        scenario.Plan.OnDownloads(Fault.Status(404));
        ManyOptions options = new() { Parallelism = 5, Directory = _folder, Download = new DownloadOptions { NameTemplate = "{type}-{task}" } };

        List<RequestOutcome<TestTask>> outcomes = await AllAsync(scenario, 20, options);

        Assert.Equal(Enumerable.Range(0, 20), outcomes.Select(outcome => outcome.Index).Order());
        RequestOutcome<TestTask> lost = Assert.Single(outcomes, outcome => outcome.Error is EvolinkOutcomeUnknownException);
        Assert.Single(outcomes, outcome => outcome.Error is EvolinkApiException { Kind: EvolinkErrorKind.ContentPolicy });
        RequestOutcome<TestTask> dead = Assert.Single(outcomes, outcome => outcome.Error is EvolinkDownloadException);
        Assert.NotNull(dead.Result);
        Assert.Equal(17, outcomes.Count(outcome => outcome.IsSuccess));
        Assert.Equal(Directory.GetFiles(_folder).Order(), outcomes.SelectMany(outcome => outcome.Files).Order());
        Assert.All(outcomes.Where(outcome => outcome.IsSuccess), outcome => Assert.StartsWith($"video-{outcome.Task!.Id}.", Path.GetFileName(Assert.Single(outcome.Files)), StringComparison.Ordinal));

        // One charge whose answer was lost, and one for each id that the outcomes have.
        Assert.Equal(19, scenario.Simulator.Ledger.Count);
        Assert.Single(scenario.Simulator.Ledger, charge => charge.IdempotencyKey == lost.IdempotencyKey);
        Assert.Equal(
            scenario.Simulator.Ledger.Where(charge => charge.IdempotencyKey != lost.IdempotencyKey).Select(charge => charge.TaskId).Order(),
            outcomes.Select(outcome => outcome.Task?.Id).OfType<string>().Order());
    }

    [Fact]
    public async Task ACreateThatIsAnsweredAfterTheCancellation_IsStillTold()
    {
        using CancellationTokenSource cancel = new();
        await using Scenario scenario = await Scenario.StartAsync(options => options with
        {
            Faults = _ =>
            {
                cancel.Cancel();
                return null;
            },
        });
        List<string> told = [];
        List<RequestOutcome<TestTask>> outcomes = [];

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AllAsync(
            scenario, 3, new ManyOptions { Parallelism = 1, OnSubmitted = (_, task) => told.Add(task.Id) }, outcomes, cancel.Token));

        string paid = Assert.Single(scenario.Simulator.Ledger).TaskId;
        Assert.Equal(cancel.Token, canceled.CancellationToken);
        Assert.Equal([paid], told);
        Assert.Equal([paid, null, null], outcomes.Select(outcome => outcome.Task?.Id));
        Assert.NotNull(outcomes[0].IdempotencyKey);
    }

    private static async Task<List<RequestOutcome<TestTask>>> AllAsync(
        Scenario scenario, int count, ManyOptions options, List<RequestOutcome<TestTask>>? outcomes = null, CancellationToken cancellationToken = default)
    {
        outcomes ??= [];
        IEnumerable<TestRequest> requests = Enumerable.Range(0, count).Select(static _ => new TestRequest(Scenario.Prompt));
        await scenario.Time.RunAsync(scenario.Client.GenerateManyAsync(requests, options, cancellationToken), count, options.Parallelism, outcome =>
        {
            outcomes.Add(outcome);
            return true;
        });
        return outcomes;
    }
}
