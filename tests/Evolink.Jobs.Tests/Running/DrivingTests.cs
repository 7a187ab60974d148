using System.Collections.Concurrent;
using Evolink.Jobs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Tests.Running;

/// <summary>Jobs from the store to their end.</summary>
public sealed class DrivingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AJob_IsCompletedAndSaved(bool isInMemory)
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = await world.StartHostAsync(jobs => _ = isInMemory ? jobs.UseInMemory() : jobs);

        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { SaveTo = world.Results }, Token);
        GenerationJob end = await host.Jobs().WaitAsync(job.Id, Token);

        Assert.Equal((JobState.Completed, 100d, null), (end.State, end.Progress, end.Error));
        Assert.Equal(Path.Combine(world.Results, $"{job.Id}-1.mp4"), Assert.Single(end.Files));
        Assert.True(new FileInfo(end.Files[0]).Length > 0);
        Assert.Contains(end.TaskId!, end.Result, StringComparison.Ordinal);
        Assert.NotNull(end.Credits);
        LedgerEntry charge = Assert.Single(world.Simulator.Ledger);
        Assert.Equal((end.TaskId, end.SubmissionKey), (charge.TaskId, charge.IdempotencyKey));
        await host.StopAsync(Token);
        Assert.Equal([end.Files[0]], Directory.GetFileSystemEntries(world.Results));
    }

    [Fact]
    public async Task AWatch_ShowsEachState()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();
        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { SaveTo = world.Results }, Token);
        Task<List<JobState>> watch = host.Jobs().WatchAsync(job.Id, Token).Select(static update => update.State).ToListAsync(Token).AsTask();
        await host.StartAsync(Token);

        Assert.Equal([JobState.Queued, JobState.Submitting, JobState.Running, JobState.Saving, JobState.Completed], (await watch).Distinct());
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task AFailedTask_IsAnEnd_AndSaysWhy()
    {
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { Script = static _ => TaskScript.Failing(TimeSpan.Zero, new TaskFailure("content_policy_violation", "Not that.")) });
        using IHost host = await world.StartHostAsync();

        GenerationJob end = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)).Id, Token);

        Assert.Equal((JobState.Failed, "content_policy_violation"), (end.State, end.Error!.Code));
        Assert.NotNull(end.TaskId);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task ATaskThatFails_HandsOverToAFallbackModel()
    {
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions
        {
            Script = static task => task.Model == "wan2.7-reference-video" ? TaskScript.Failing(TimeSpan.Zero, new TaskFailure("service_unavailable", "Later.")) : null,
        });
        using IHost host = await world.StartHostAsync();

        // The second model takes none of the request's videos, and is passed over.
        JobOptions options = new() { FallbackModels = ["wan2.7-text-to-video", "wan3.0-reference-video"] };
        GenerationJob end = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), options, Token)).Id, Token);

        Assert.Equal((JobState.Completed, "wan3.0-reference-video"), (end.State, end.CurrentModel));
        Assert.Equal(["wan2.7-reference-video", "wan3.0-reference-video"], world.Simulator.Ledger.Select(static charge => charge.Model));
        Assert.Equal([world.Simulator.Ledger[0].TaskId], end.OtherTaskIds);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task ARefusal_IsAnEnd_AndCostsNothing()
    {
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { Faults = static context => context.Kind == RequestKind.Create ? Fault.Status(400) : null });
        using IHost host = await world.StartHostAsync();

        GenerationJob end = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)).Id, Token);

        Assert.Equal(JobState.Failed, end.State);
        Assert.Empty(world.Simulator.Ledger);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task AnAnswerThatIsLost_LeavesTheOutcomeUnknown_UntilAPersonSaysWhatItWas()
    {
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { Faults = new FaultPlan().OnCreates(Fault.ResetAfterRequest()).For });
        using IHost host = await world.StartHostAsync();
        IGenerationJobs jobs = host.Jobs();

        GenerationJob unknown = await jobs.WaitAsync((await jobs.EnqueueAsync(JobWorld.Request(), cancellationToken: Token)).Id, Token);
        Assert.Equal(JobState.OutcomeUnknown, unknown.State);
        Assert.Null(unknown.TaskId);
        LedgerEntry charge = Assert.Single(world.Simulator.Ledger);
        Assert.Equal(unknown.SubmissionKey, charge.IdempotencyKey);

        await jobs.ResolveAsync(unknown.Id, charge.TaskId, Token);
        GenerationJob end = await jobs.WaitAsync(unknown.Id, Token);
        Assert.Equal((JobState.Completed, charge.TaskId), (end.State, end.TaskId));
        await Assert.ThrowsAsync<InvalidOperationException>(() => jobs.ResolveAsync(unknown.Id, "task", Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => jobs.AbandonAsync(unknown.Id, Token));
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task AnUnknownOutcome_CanBeGivenUp()
    {
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { Faults = new FaultPlan().OnCreates(Fault.ResetAfterRequest()).For });
        using IHost host = await world.StartHostAsync();
        GenerationJob unknown = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)).Id, Token);

        GenerationJob given = await host.Jobs().AbandonAsync(unknown.Id, Token);

        Assert.Equal((JobState.Canceled, "abandoned"), (given.State, given.Error!.Code));
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task AJobThatIsCancelled_IsNotFollowedAnyMore()
    {
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { ProcessingFor = TimeSpan.FromHours(1) });
        using IHost host = await world.StartHostAsync();
        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        await host.Jobs().WaitForAsync(job.Id, JobState.Running, Token);

        GenerationJob canceled = await host.Jobs().CancelAsync(job.Id, Token);

        Assert.Equal(JobState.Canceled, canceled.State);
        Assert.NotNull(canceled.TaskId);
        Assert.Equal(JobState.Canceled, (await host.Jobs().WaitAsync(job.Id, Token)).State);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task NoMoreRunAtATime_ThanIsAllowed()
    {
        int running = 0, most = 0;
        await using JobWorld world = await JobWorld.StartAsync();
        Observer observer = new(job =>
        {
            if (job.State == JobState.Running) InterlockedMax(ref most, Interlocked.Increment(ref running));
            if (job.IsEnd) Interlocked.Decrement(ref running);
        });
        using IHost host = await world.StartHostAsync(static jobs => jobs.MaxConcurrency = 3, services => services.AddSingleton<IJobObserver>(observer));

        GenerationJob[] jobs = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)));
        foreach (GenerationJob job in jobs) Assert.Equal(JobState.Completed, (await host.Jobs().WaitAsync(job.Id, Token)).State);

        Assert.InRange(most, 1, 3);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task ABudget_LetsNoMoreRunThanItPaysFor_AndRefusesWhatItCannotPay()
    {
        decimal running = 0, most = 0;
        Lock gate = new();
        Observer observer = new(job =>
        {
            lock (gate)
            {
                if (job.State == JobState.Running) most = Math.Max(most, running += 4);
                if (job.State == JobState.Completed) running -= 4;
            }
        });
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = await world.StartHostAsync(
            static jobs => (jobs.MaxCredits, jobs.EstimateCredits) = (10, static request => request is Wan2_7ReferenceVideoRequest { Prompt: "dear" } ? 11 : 4),
            services => services.AddSingleton<IJobObserver>(observer));

        GenerationJob dear = await host.Jobs().EnqueueAsync(JobWorld.Request("dear"), cancellationToken: Token);
        GenerationJob[] cheap = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)));
        foreach (GenerationJob job in cheap) Assert.Equal(JobState.Completed, (await host.Jobs().WaitAsync(job.Id, Token)).State);
        GenerationJob refused = await host.Jobs().WaitAsync(dear.Id, Token);

        Assert.Equal((JobState.Failed, "max_credits"), (refused.State, refused.Error!.Code));
        Assert.InRange(most, 4m, 8m);
        Assert.Equal(6, world.Simulator.Ledger.Count);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task AnObserverThatThrows_EndsNothing()
    {
        ConcurrentQueue<JobState> seen = [];
        Observer observer = new(job =>
        {
            seen.Enqueue(job.State);
            throw new InvalidOperationException("An observer.");
        });
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = await world.StartHostAsync(services: services => services.AddSingleton<IJobObserver>(observer));

        GenerationJob end = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)).Id, Token);

        Assert.Equal(JobState.Completed, end.State);
        await host.StopAsync(Token);
        Assert.Equal([JobState.Running, JobState.Completed], seen);
    }

    [Fact]
    public async Task ASinkThatFails_IsAskedAgain()
    {
        FailingSink sink = new();
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = await world.StartHostAsync(services: services => services.AddSingleton<IResultSink>(sink));

        GenerationJob end = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { SaveTo = "bucket" }, Token)).Id, Token);

        Assert.Equal((JobState.Completed, "bucket/1"), (end.State, Assert.Single(end.Files)));
        Assert.Equal(2, sink.Calls);
        await host.StopAsync(Token);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen = Volatile.Read(ref most);
        while (value > seen && Interlocked.CompareExchange(ref most, value, seen) is var before && before != seen) seen = before;
    }

    private sealed class Observer(Action<GenerationJob> told) : IJobObserver
    {
        public void JobChanged(GenerationJob job) => told(job);
    }

    private sealed class FailingSink : IResultSink
    {
        public int Calls { get; private set; }

        public Task<IReadOnlyList<string>> SaveAsync(GenerationJob job, GenerationTask task, CancellationToken cancellationToken) =>
            ++Calls == 1 ? throw new IOException("The disk is full.") : Task.FromResult<IReadOnlyList<string>>([$"{job.SaveTo}/1"]);
    }
}
