using Evolink.Jobs.Running;
using Evolink.Jobs.Tests.Support;
using Evolink.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Evolink.Jobs.Tests.Running;

/// <summary>What the next process does with what the last one has left in the store.</summary>
public sealed class RestartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AHostThatStops_LeavesARunningJob_WhichTheNextOneFinishes()
    {
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { ProcessingFor = TimeSpan.FromMilliseconds(400) });
        GenerationJob job;
        using (IHost first = await world.StartHostAsync())
        {
            job = await first.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { SaveTo = world.Results }, Token);
            await first.Jobs().WaitForAsync(job.Id, JobState.Running, Token);
            await first.StopAsync(Token);
        }

        using IHost second = await world.StartHostAsync();
        GenerationJob end = await second.Jobs().WaitAsync(job.Id, Token);

        Assert.Equal(JobState.Completed, end.State);
        Assert.Single(world.Simulator.Ledger);
        await second.StopAsync(Token);
    }

    [Fact]
    public async Task AHostThatStopsBetweenTheRecordAndTheSend_SendsNothing_AndTheNextOneDoes()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        GenerationJob job;
        using (IHost first = await world.StartHostAsync())
        {
            Task? stopping = null;
            JobServices driving = first.Services.GetRequiredService<JobServices>();
            driving.Changes.Stored += stored =>
            {
                if (stored.State != JobState.Submitting || driving.Shards.Find(stored.Shard) is null) return;
                OwnedShard[] shards = driving.Shards.All;
                stopping = first.StopAsync(Token);

                // One after another: a job hears of the end of its shard a little after whoever waits for that, and before the next shard is stopped.
                foreach (OwnedShard shard in shards) shard.Stopped.WaitHandle.WaitOne();
            };
            job = await first.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
            await first.Jobs().WaitForAsync(job.Id, JobState.Submitting, Token);
            while (stopping is null) await Task.Delay(1, Token);
            await stopping;
            Assert.Equal(JobState.Queued, (await first.Jobs().FindAsync(job.Id, Token))!.State);
            Assert.Empty(world.Simulator.Ledger);
        }

        using IHost second = await world.StartHostAsync();
        Assert.Equal(JobState.Completed, (await second.Jobs().WaitAsync(job.Id, Token)).State);
        Assert.Single(world.Simulator.Ledger);
        await second.StopAsync(Token);
    }

    [Fact]
    public async Task AHostThatStopsDuringASend_WaitsForWhatComesOfIt()
    {
        ManualTimeProvider clock = new();
        HeldCreates held = new();
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = await world.StartHostAsync(services: services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new HeldCreates.Handler(held)));
        });
        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        await held.Arrived.Task.WaitAsync(Token);

        Task stop = host.StopAsync(Token);
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.False(stop.IsCompleted || held.IsBrokenOff);
        held.Released.SetResult();
        await stop;

        GenerationJob left = (await host.Store().FindAsync(job.Id, Token))!;
        Assert.Equal((JobState.Running, Assert.Single(world.Simulator.Ledger).TaskId), (left.State, left.TaskId));
    }

    [Fact]
    public async Task AJobInTheMidstOfASend_HasAnUnknownOutcome()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();
        GenerationJob job = await SubmittingAsync(host);
        await host.StartAsync(Token);

        GenerationJob end = await host.Jobs().WaitAsync(job.Id, Token);

        Assert.Equal((JobState.OutcomeUnknown, "interrupted"), (end.State, end.Error!.Code));
        Assert.Empty(world.Simulator.Ledger);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task AJobInTheMidstOfASend_IsSentOnceMore_WhereTheKeyIsTrusted()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost(retry: SubmitRetry.OnceWithSameKey);
        GenerationJob job = await SubmittingAsync(host);
        await host.StartAsync(Token);

        GenerationJob end = await host.Jobs().WaitAsync(job.Id, Token);

        Assert.Equal((JobState.Completed, 2), (end.State, end.Sends));
        Assert.Equal(end.SubmissionKey, Assert.Single(world.Simulator.Ledger).IdempotencyKey);
        await host.StopAsync(Token);
    }

    [Theory]
    [InlineData(true, JobState.Completed)]
    [InlineData(false, JobState.Completed)]
    public async Task AResolver_SaysWhatBecameOfASend(bool isCreated, JobState state)
    {
        await using JobWorld world = await JobWorld.StartAsync();
        Resolver resolver = new();
        using IHost host = world.CreateHost(services: services => services.AddSingleton<IOutcomeResolver>(resolver));
        if (isCreated)
        {
            IGenerationClient client = host.Services.GetRequiredService<IGenerationClient>();
            resolver.Outcome = SubmissionOutcome.Created((await client.SubmitAsync(JobWorld.Request(), new RequestOptions(), Token)).Id);
        }
        else
        {
            resolver.Outcome = SubmissionOutcome.NotCreated;
        }

        // Longer ago than a send takes.
        GenerationJob job = await SubmittingAsync(host, DateTimeOffset.UtcNow.AddHours(-1));
        await host.StartAsync(Token);
        GenerationJob end = await host.Jobs().WaitAsync(job.Id, Token);

        Assert.Equal(state, end.State);
        Assert.Single(world.Simulator.Ledger);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task FilesThatWereSaved_AreNotSavedTwice()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        GenerationJob end;
        using (IHost first = await world.StartHostAsync())
        {
            end = await first.Jobs().WaitAsync((await first.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { SaveTo = world.Results }, Token)).Id, Token);
            await first.StopAsync(Token);
        }

        using IHost second = world.CreateHost();
        await second.Store().UpdateAsync(end with { State = JobState.Saving, Files = [] }, null, Token);
        await second.StartAsync(Token);
        GenerationJob again = await second.Jobs().WaitAsync(end.Id, Token);

        Assert.Equal(end.Files, again.Files);
        await second.StopAsync(Token);
        Assert.Equal(end.Files, Directory.GetFileSystemEntries(world.Results));
    }

    [Fact]
    public async Task ARequestThatCannotBeReadBack_FailsAlone()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();
        GenerationJob good = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        GenerationJob poisoned = await host.Store().AddAsync(good with { Id = "job-poison", Request = """{"model":"wan2.7-reference-video","prompt":7}""" }, Token);
        GenerationJob gone = await host.Store().AddAsync(good with { Id = "job-gone", Model = "no-such-model", Request = """{"model":"no-such-model"}""" }, Token);
        await host.StartAsync(Token);

        Assert.Equal(JobState.Completed, (await host.Jobs().WaitAsync(good.Id, Token)).State);
        Assert.Equal((JobState.Failed, "invalid_request"), StateOf(await host.Jobs().WaitAsync(poisoned.Id, Token)));
        Assert.Equal((JobState.Failed, "invalid_request"), StateOf(await host.Jobs().WaitAsync(gone.Id, Token)));
        Assert.Single(world.Simulator.Ledger);
        await host.StopAsync(Token);
    }

    [Theory]
    [InlineData(JobState.Running)]
    [InlineData(JobState.Saving)]
    public async Task WhatWasSent_IsSeenThrough_WhateverItsModelTakesByNow(JobState state)
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();
        GenerationJob job = await AddSentAsync(host, world, state, static sent => sent with { Request = """{"model":"wan2.7-reference-video","prompt":"A cat","duration":99}""" });
        await host.StartAsync(Token);

        GenerationJob end = await host.Jobs().WaitAsync(job.Id, Token);

        Assert.Equal((JobState.Completed, 1), (end.State, end.Files.Count));
        await host.StopAsync(Token);
    }

    [Theory]
    [InlineData(JobState.Running)]
    [InlineData(JobState.Saving)]
    public async Task WhatWasSent_IsNotEnded_WhereNobodyKnowsItsKind(JobState state)
    {
        RecordingLogger log = new();
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost(services: services => services.AddLogging(logging => logging.AddProvider(log)));
        GenerationJob job = await AddSentAsync(host, world, state, static sent => sent with { Model = "no-such-model", RequestType = "No.Such.Request", Request = """{"model":"no-such-model"}""" });
        await host.StartAsync(Token);

        GenerationJob left = job;
        for (; !left.IsEnd && log.Naming("UnreadableRequestException").Count() < 2; left = (await host.Jobs().FindAsync(job.Id, Token))!) await Task.Delay(20, Token);

        Assert.Equal(state, left.State);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task AProcessThatOnlyEnqueues_IsServedByTheOneThatDrives()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost driver = await world.StartHostAsync();
        using IHost web = await world.StartHostAsync(static jobs => (jobs.DrivesJobs, jobs.WatchInterval) = (false, TimeSpan.FromMilliseconds(50)));

        GenerationJob end = await web.Jobs().WaitAsync((await web.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)).Id, Token);

        Assert.Equal(JobState.Completed, end.State);
        await web.StopAsync(Token);
        await driver.StopAsync(Token);
    }

    [Fact]
    public async Task ASecondDriver_TakesOverWhenTheFirstEnds()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost first = await world.StartHostAsync();
        using IHost second = await world.StartHostAsync();
        await first.Jobs().WaitAsync((await second.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)).Id, Token);
        await first.StopAsync(Token);

        Assert.Equal(JobState.Completed, (await second.Jobs().WaitAsync((await second.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)).Id, Token)).State);
        Assert.Equal(2, world.Simulator.Ledger.Count);
        await second.StopAsync(Token);
    }

    /// <summary>The answers of creates, kept back until a test lets them go.</summary>
    private sealed class HeldCreates
    {
        public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Released { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsBrokenOff { get; private set; }

        public sealed class Handler(HeldCreates owner) : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                if (!request.Headers.Contains("Idempotency-Key")) return response;
                using CancellationTokenRegistration registration = cancellationToken.Register(() => owner.IsBrokenOff = true);
                owner.Arrived.TrySetResult();
                await owner.Released.Task.WaitAsync(cancellationToken);
                return response;
            }
        }
    }

    /// <summary>A job as a process leaves it that is killed while it sends.</summary>
    private static async Task<GenerationJob> SubmittingAsync(IHost host, DateTimeOffset? at = null)
    {
        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        await host.Store().UpdateAsync(job with { State = JobState.Submitting, Sends = 1, UpdatedAt = at ?? job.UpdatedAt }, null, Token);
        return job;
    }

    /// <summary>A job whose task is completed, as another version of the program leaves it.</summary>
    private static async Task<GenerationJob> AddSentAsync(IHost host, JobWorld world, JobState state, Func<GenerationJob, GenerationJob> change)
    {
        GenerationTask task = await host.Services.GetRequiredService<IGenerationClient>().SubmitAsync(JobWorld.Request(), new RequestOptions(), Token);
        await task.WaitAsync(cancellationToken: Token);
        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { SaveTo = world.Results }, Token);
        GenerationJob sent = change(job with { Id = "job-sent", State = state, Sends = 1, TaskId = task.Id, SubmittedAt = job.CreatedAt, Result = state == JobState.Saving ? "{}" : null });
        await host.Jobs().CancelAsync(job.Id, Token);
        return await host.Store().AddAsync(sent, Token);
    }

    private static (JobState State, string? Code) StateOf(GenerationJob job) => (job.State, job.Error?.Code);

    private sealed class Resolver : IOutcomeResolver
    {
        public SubmissionOutcome Outcome { get; set; }

        public Task<SubmissionOutcome> ResolveAsync(GenerationJob job, CancellationToken cancellationToken) => Task.FromResult(Outcome);
    }
}
