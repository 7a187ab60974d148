using Evolink.Tests.Support;

namespace Evolink.Tests.Scenarios;

/// <summary>From a request to files on the disk in one call: whatever happens after the payment, the id is not lost.</summary>
public sealed class GenerateToScenarios : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "evolink-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task ARequest_BecomesAFile_AndItsProgressIsTold()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        Statuses progress = new();

        IReadOnlyList<string> files = await scenario.Time.RunAsync(scenario.Client.GenerateToAsync(_folder, new TestRequest(Scenario.Prompt), progress, TestContext.Current.CancellationToken));

        string file = Assert.Single(files);
        Assert.Equal(files, Directory.GetFiles(_folder));
        Assert.True(new FileInfo(file).Length > 1000);
        Assert.Contains(GenerationStatus.Processing, progress.Seen);
        Assert.Equal(GenerationStatus.Completed, progress.Seen[^1]);
        scenario.AssertPaid(creates: 1, charges: 1);
    }

    [Fact]
    public async Task OptionsNameTheFile_AndGoWithTheRequest()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        RequestOptions options = new() { IdempotencyKey = "order-17-of-2026-11-21" };

        IReadOnlyList<string> files = await scenario.Time.RunAsync(scenario.Client.GenerateToAsync(
            _folder, new TestRequest(Scenario.Prompt), new DownloadOptions { NameTemplate = "{type}-{task}-{index}" }, options, cancellationToken: TestContext.Current.CancellationToken));

        LedgerEntry charge = Assert.Single(scenario.Simulator.Ledger);
        Assert.StartsWith($"video-{charge.TaskId}-1.", Path.GetFileName(Assert.Single(files)), StringComparison.Ordinal);
        Assert.Equal("order-17-of-2026-11-21", charge.IdempotencyKey);
    }

    [Fact]
    public async Task AFolderThatCannotBeMade_IsSaidBeforeAnythingIsPaidFor()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(), http);
        Directory.CreateDirectory(_folder);
        string taken = Path.Combine(_folder, "taken");
        await File.WriteAllTextAsync(taken, "a file", TestContext.Current.CancellationToken);

        EvolinkDownloadException error = await Scenario.FailsAsync<EvolinkDownloadException>(client.GenerateToAsync(taken, new TestRequest(Scenario.Prompt)));
        EvolinkDownloadException ofMany = await Scenario.FailsAsync<EvolinkDownloadException>(DrainAsync(client.GenerateManyAsync([new TestRequest(Scenario.Prompt)], new ManyOptions { Directory = taken })));

        Assert.All(new[] { error, ofMany }, one => Assert.Contains("Nothing was submitted", one.Message, StringComparison.Ordinal));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task AResultThatIsGone_IsNamedWithItsTaskAndKey()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        using IDisposable outage = scenario.Plan.During(Fault.Status(404), request => request.Kind == RequestKind.Download);

        EvolinkDownloadException error = await Scenario.FailsAsync<EvolinkDownloadException>(scenario.Time.RunAsync(scenario.Client.GenerateToAsync(_folder, new TestRequest(Scenario.Prompt))));

        LedgerEntry charge = Assert.Single(scenario.Simulator.Ledger);
        Assert.Equal((charge.TaskId, charge.IdempotencyKey, true), (error.TaskId, error.IdempotencyKey, error.ResultExpired));
    }

    [Fact]
    public async Task AFailedTask_IsThrown_AndNothingIsDownloaded()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("failed", "\"error\":{\"code\":\"generation_timeout\"}")));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(new ManualTimeProvider()), http);

        EvolinkTaskFailedException error = await Assert.ThrowsAsync<EvolinkTaskFailedException>(() => client.GenerateToAsync(_folder, new TestRequest()));

        Assert.Equal("task-unified-1", error.TaskId);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task WhereverItIsCancelled_ThePaidTaskIsTold_AndTheNextDownloadFinishesIt()
    {
        int steps = 0;
        for (bool isDone = false; !isDone; steps++) isDone = await RunAsync(cancelAt: steps);

        Assert.True(steps > 15, $"Only {steps} steps were met.");
    }

    private async Task<bool> RunAsync(int cancelAt)
    {
        using CancellationTokenSource cancel = new();
        await using Scenario scenario = await Scenario.StartAsync();
        string folder = Path.Combine(_folder, $"{cancelAt}");
        int step = 0;
        scenario.Network.OnStep = Step;
        scenario.Time.OnTimer = Step;
        DownloadOptions options = new() { Progress = new Steps(Step), NameTemplate = "{task}" };
        Exception? error = await Record.ExceptionAsync(() => scenario.Time.RunAsync(scenario.Client.GenerateToAsync(folder, new TestRequest(Scenario.Prompt), options, cancellationToken: cancel.Token)));
        (scenario.Network.OnStep, scenario.Time.OnTimer) = (null, null);
        if (error is null) return true;

        Assert.Equal(cancel.Token, Assert.IsAssignableFrom<OperationCanceledException>(error).CancellationToken);
        foreach (LedgerEntry charge in scenario.Simulator.Ledger)
        {
            string id = Assert.IsType<EvolinkCanceledException>(error).TaskId!;
            Assert.Equal(charge.TaskId, id);
            string file = Assert.Single(await scenario.Time.RunAsync(scenario.Client.Resume(id).DownloadAsync(folder, new DownloadOptions { NameTemplate = "{task}" }, TestContext.Current.CancellationToken)));
            Assert.Equal(id, Path.GetFileNameWithoutExtension(file));
        }

        Assert.True(scenario.Simulator.Ledger.Count <= 1);
        return false;

        void Step()
        {
            if (step++ == cancelAt) cancel.Cancel();
        }
    }

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> outcomes)
    {
        await foreach (T _ in outcomes)
        {
            // Only how it ends matters.
        }
    }

    private sealed class Statuses : IProgress<TestTask>
    {
        public List<GenerationStatus> Seen { get; } = [];

        public void Report(TestTask value) => Seen.Add(value.Status);
    }

    private sealed class Steps(Action step) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => step();
    }
}
