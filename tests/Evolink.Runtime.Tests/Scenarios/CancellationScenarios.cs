using Evolink.Tests.Support;

namespace Evolink.Tests.Scenarios;

/// <summary>Scenario 21: the caller cancels, once at each step that a client takes on its wire and at each pause that it begins.</summary>
public sealed class CancellationScenarios
{
    [Fact]
    public async Task WhereverItIsCancelled_NoPaidTaskIsLost()
    {
        int steps = 0;
        for (bool isDone = false; !isDone; steps++) isDone = await RunAsync(cancelAt: steps);

        Assert.True(steps > 15, $"Only {steps} steps were met.");
    }

    [Fact]
    public async Task WhereverADownloadIsCancelled_TheNextOneFinishesIt()
    {
        await using Scenario scenario = await Scenario.StartAsync();
        TestTask task = await scenario.GenerateAsync();
        string root = Directory.CreateTempSubdirectory("evolink-").FullName;
        try
        {
            string whole = Assert.Single(await scenario.Time.RunAsync(scenario.Client.Resume(task.Id!).DownloadAsync(root)));
            int steps = 0;
            for (bool isDone = false; !isDone; steps++) isDone = await DownloadAsync(scenario, task.Id!, Path.Combine(root, $"{steps}"), whole, cancelAt: steps);

            Assert.True(steps > 5, $"Only {steps} steps were met.");
            scenario.AssertPaid(creates: 1, charges: 1);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task CancelledBeforeItBegins_ACreateSaysThatNothingWasSent()
    {
        using CancellationTokenSource cancel = new();
        await using Scenario scenario = await Scenario.StartAsync();
        await cancel.CancelAsync();

        EvolinkCanceledException canceled = await Scenario.FailsAsync<EvolinkCanceledException>(
            scenario.Client.SubmitAsync(new TestRequest(Scenario.Prompt), new RequestOptions { IdempotencyKey = "order-1" }, cancel.Token));

        scenario.AssertPaid(creates: 0, charges: 0);
        Assert.Equal((null, "order-1", RequestPhase.NotStarted, cancel.Token), (canceled.TaskId, canceled.IdempotencyKey, canceled.Phase, canceled.CancellationToken));
    }

    [Fact]
    public async Task CancelledOnceTheRequestIsThere_TheAnswerIsStillHeard()
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

        EvolinkCanceledException canceled = await Scenario.FailsAsync<EvolinkCanceledException>(
            scenario.Time.RunAsync(scenario.Client.SubmitAsync(new TestRequest(Scenario.Prompt), cancel.Token)));

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Equal(scenario.Simulator.Ledger[0].TaskId, canceled.TaskId);
    }

    [Fact]
    public async Task CancelledWhileTheServerIsSilent_TheKeyIsTold_AfterFiveSeconds()
    {
        using CancellationTokenSource cancel = new();
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.On(
            request =>
            {
                cancel.Cancel();
                return request.Kind == RequestKind.Create;
            },
            Fault.Stall(Scenario.Long));

        EvolinkCanceledException canceled = await Scenario.FailsAsync<EvolinkCanceledException>(
            scenario.Time.RunAsync(scenario.Client.SubmitAsync(new TestRequest(Scenario.Prompt), cancel.Token)));

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Equal((null, scenario.Simulator.Ledger[0].IdempotencyKey, RequestPhase.Complete), (canceled.TaskId, canceled.IdempotencyKey, canceled.Phase));
    }

    /// <summary>Whether it ran to its end before the step came.</summary>
    private static async Task<bool> DownloadAsync(Scenario scenario, string taskId, string folder, string whole, int cancelAt)
    {
        using CancellationTokenSource cancel = new();
        int step = 0;
        scenario.Network.OnStep = Step;
        scenario.Time.OnTimer = Step;
        DownloadOptions options = new() { Progress = new Steps(Step) };
        Exception? error = await Record.ExceptionAsync(() => scenario.Time.RunAsync(scenario.Client.Resume(taskId).DownloadAsync(folder, options, cancel.Token)));
        scenario.Network.OnStep = null;
        scenario.Time.OnTimer = null;
        if (error is null) return true;

        Assert.Equal(cancel.Token, Assert.IsAssignableFrom<OperationCanceledException>(error).CancellationToken);
        string file = Assert.Single(await scenario.Time.RunAsync(scenario.Client.Resume(taskId).DownloadAsync(folder)));
        Assert.Equal(await File.ReadAllBytesAsync(whole, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal([file], Directory.GetFiles(folder));
        return false;

        void Step()
        {
            if (step++ == cancelAt) cancel.Cancel();
        }
    }

    /// <summary>Whether it ran to its end before the step came.</summary>
    private static async Task<bool> RunAsync(int cancelAt)
    {
        using CancellationTokenSource cancel = new();
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnCreates(Fault.Status(429, "1")).OnQueries(null, Fault.Status(500));
        int step = 0;
        scenario.Network.OnStep = Step;
        scenario.Time.OnTimer = Step;

        Task<TestTask> run = scenario.Client.GenerateAsync(new TestRequest(Scenario.Prompt), cancellationToken: cancel.Token);
        Exception? error = await Record.ExceptionAsync(() => scenario.Time.RunAsync(run));
        if (error is null) return true;

        OperationCanceledException canceled = Assert.IsAssignableFrom<OperationCanceledException>(error);
        Assert.Equal(cancel.Token, canceled.CancellationToken);
        Leaks.AssertNoKey(canceled);
        foreach (LedgerEntry charge in scenario.Simulator.Ledger)
        {
            EvolinkCanceledException told = Assert.IsType<EvolinkCanceledException>(canceled);

            // The server answers at once, so a client that listens a little longer knows the id.
            Assert.Equal((charge.IdempotencyKey, charge.TaskId), (told.IdempotencyKey, told.TaskId));
        }

        Assert.True(scenario.Simulator.Ledger.Count <= 1);
        return false;

        void Step()
        {
            if (step++ == cancelAt) cancel.Cancel();
        }
    }

    private sealed class Steps(Action step) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => step();
    }
}
