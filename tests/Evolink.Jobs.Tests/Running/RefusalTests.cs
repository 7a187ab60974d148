using Evolink.Jobs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Tests.Running;

/// <summary>What a refusal of the service means for a job.</summary>
public sealed class RefusalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(401)]
    [InlineData(402)]
    public async Task WhatOnlyAPersonCanMend_EndsNoJob(int status)
    {
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { Faults = request => request.Kind == RequestKind.Create ? Fault.Status(status) : null });
        using IHost host = await world.StartHostAsync();
        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);

        GenerationJob waiting = await host.Jobs().WatchAsync(job.Id, Token).FirstAsync(static update => update.Attempts > 0, Token);

        Assert.Equal((JobState.Queued, 0), (waiting.State, waiting.Sends));
        Assert.True(waiting.NotBefore > waiting.UpdatedAt);
        Assert.NotNull(waiting.Error);
        Assert.Equal(JobState.Canceled, (await host.Jobs().CancelAsync(job.Id, Token)).State);
        Assert.Empty(world.Simulator.Ledger);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task AModelThatTheKeyMayNotUse_HandsOverToTheNext()
    {
        int creates = 0;
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions
        {
            Faults = request => request.Kind == RequestKind.Create && Interlocked.Increment(ref creates) == 1 ? Fault.Status(403, code: "model_access_denied") : null,
        });
        using IHost host = await world.StartHostAsync();

        JobOptions options = new() { FallbackModels = ["wan3.0-reference-video"] };
        GenerationJob end = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), options, Token)).Id, Token);

        Assert.Equal((JobState.Completed, "wan3.0-reference-video"), (end.State, end.CurrentModel));
        Assert.Equal("wan3.0-reference-video", Assert.Single(world.Simulator.Ledger).Model);
        await host.StopAsync(Token);
    }

    [Theory]
    [InlineData(406, JobState.Failed)]
    [InlineData(451, JobState.Failed)]
    [InlineData(409, JobState.OutcomeUnknown)]
    public async Task ARefusalOfAKindThatNobodyKnows_IsARefusalAllTheSame(int status, JobState state)
    {
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { Faults = request => request.Kind == RequestKind.Create ? Fault.Status(status) : null });
        using IHost host = await world.StartHostAsync();

        GenerationJob end = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)).Id, Token);

        // 409 says that another request has the key, and may be the job's own of before.
        Assert.Equal(state, end.State);
        Assert.Empty(world.Simulator.Ledger);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task AHostWithoutAClient_SendsNothing_AndTheJobWaitsForOne()
    {
        int asked = 0;
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost(jobs => jobs.UseClient(provider =>
            Interlocked.Increment(ref asked) == 1 ? throw new InvalidOperationException("There is no client.") : provider.GetRequiredService<IGenerationClient>()));
        string id = (await host.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { SubmitRetry = SubmitRetry.WhenSafe }, Token)).Id;
        await host.StartAsync(Token);

        await AssertIsTriedAgainAsync(world, host, id);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task WhatFailsBeforeTheSend_LeavesNothingUnknown()
    {
        int calls = 0;
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = await world.StartHostAsync(services: services => services.ConfigureAll<EvolinkOptions>(options =>
            options.CallbackUrl = () => Interlocked.Increment(ref calls) == 1 ? throw new InvalidOperationException("There is no secret.") : null));
        string id = (await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)).Id;

        await AssertIsTriedAgainAsync(world, host, id);
        Assert.Equal(2, calls);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task AnErrorOfTheServer_LeavesTheOutcomeUnknown()
    {
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { Faults = static request => request.Kind == RequestKind.Create ? Fault.Status(500, carriesOut: true) : null });
        using IHost host = await world.StartHostAsync();

        GenerationJob end = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)).Id, Token);

        Assert.Equal(JobState.OutcomeUnknown, end.State);
        Assert.Single(world.Simulator.Ledger);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task ATaskThatIsGone_IsExpired()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();
        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        await host.Store().UpdateAsync(job with { State = JobState.Running, TaskId = "task-unified-1-gone", SubmittedAt = job.CreatedAt.AddMinutes(-1) }, null, Token);
        await host.StartAsync(Token);

        GenerationJob end = await host.Jobs().WaitAsync(job.Id, Token);

        Assert.Equal((JobState.Expired, "task_gone"), (end.State, end.Error!.Code));
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task ATaskThatIsNotThereYet_IsWaitedForByTheNextOwnerToo()
    {
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { Faults = new FaultPlan().OnQueries(Fault.Status(404)).For });
        using IHost host = world.CreateHost();
        GenerationTask task = await host.Services.GetRequiredService<IGenerationClient>().SubmitAsync(JobWorld.Request(), new RequestOptions(), Token);
        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        await host.Store().UpdateAsync(job with { State = JobState.Running, TaskId = task.Id, SubmittedAt = job.CreatedAt }, null, Token);
        await host.StartAsync(Token);

        GenerationJob end = await host.Jobs().WaitAsync(job.Id, Token);

        Assert.Equal((JobState.Completed, task.Id), (end.State, end.TaskId));
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task ATaskThatIsCompletedWithoutResults_HasFailed()
    {
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { Script = static _ => TaskScript.Completing(TimeSpan.Zero, TimeSpan.Zero) with { Results = [] } });
        using IHost host = await world.StartHostAsync();

        JobOptions options = new() { FallbackModels = ["wan3.0-reference-video"], ExpiresAfter = TimeSpan.FromMinutes(1) };
        GenerationJob end = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), options, Token)).Id, Token);

        // It is paid for, and another model would be too.
        Assert.Equal((JobState.Failed, "no_results", "wan2.7-reference-video"), (end.State, end.Error!.Code, end.CurrentModel));
        Assert.Contains(end.TaskId!, end.Result, StringComparison.Ordinal);
        Assert.Single(world.Simulator.Ledger);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task ATaskThatMayTakeForEver_IsFollowed()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = await world.StartHostAsync();

        JobOptions options = new() { ExpiresAfter = TimeSpan.MaxValue };
        GenerationJob end = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), options, Token)).Id, Token);

        Assert.Equal(JobState.Completed, end.State);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task ATaskThatTakesTooLong_IsExpired()
    {
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { ProcessingFor = TimeSpan.FromHours(1) });
        using IHost host = await world.StartHostAsync();

        JobOptions options = new() { ExpiresAfter = TimeSpan.FromMilliseconds(200) };
        GenerationJob end = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), options, Token)).Id, Token);

        Assert.Equal((JobState.Expired, "expired"), (end.State, end.Error!.Code));
        Assert.NotNull(end.TaskId);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task ATaskWhoseTimeWasUpWhileNobodyAsked_IsAskedFor()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();
        GenerationTask task = await host.Services.GetRequiredService<IGenerationClient>().SubmitAsync(JobWorld.Request(), new RequestOptions(), Token);
        await task.WaitAsync(cancellationToken: Token);
        GenerationJob job = await host.Jobs().EnqueueAsync(JobWorld.Request(), new JobOptions { ExpiresAfter = TimeSpan.FromHours(1) }, Token);
        await host.Store().UpdateAsync(job with { State = JobState.Running, TaskId = task.Id, SubmittedAt = job.CreatedAt.AddMinutes(-70) }, null, Token);
        await host.StartAsync(Token);

        Assert.Equal(JobState.Completed, (await host.Jobs().WaitAsync(job.Id, Token)).State);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task AJobThatHasExpired_CanBeTakenUpAgain()
    {
        TimeSpan takes = TimeSpan.FromSeconds(2);
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { Script = _ => TaskScript.Completing(TimeSpan.Zero, takes) });
        using IHost host = await world.StartHostAsync();
        JobOptions options = new() { ExpiresAfter = TimeSpan.FromMilliseconds(200) };
        GenerationJob expired = await host.Jobs().WaitAsync((await host.Jobs().EnqueueAsync(JobWorld.Request(), options, Token)).Id, Token);
        Assert.Equal(JobState.Expired, expired.State);
        await Task.Delay(takes, Token);

        await host.Jobs().ResolveAsync(expired.Id, expired.TaskId!, Token);
        GenerationJob end = await host.Jobs().WaitAsync(expired.Id, Token);

        Assert.Equal((JobState.Completed, expired.TaskId, null), (end.State, end.TaskId, end.Error));
        Assert.Empty(end.OtherTaskIds);
        await host.StopAsync(Token);
    }

    /// <summary>The job waits with its reason, no send is counted, and then it is sent once.</summary>
    private static async Task AssertIsTriedAgainAsync(JobWorld world, IHost host, string id)
    {
        GenerationJob waiting = await host.Jobs().WatchAsync(id, Token).FirstAsync(static update => update.Attempts > 0 || update.IsEnd, Token);
        GenerationJob end = await host.Jobs().WaitAsync(id, Token);

        Assert.Equal((JobState.Queued, 0, nameof(InvalidOperationException)), (waiting.State, waiting.Sends, waiting.Error?.Code));
        Assert.Equal(JobState.Completed, end.State);
        Assert.Single(world.Simulator.Ledger);
    }
}
