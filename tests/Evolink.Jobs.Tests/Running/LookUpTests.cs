using Evolink.Jobs.Core;
using Evolink.Jobs.Running;
using Evolink.Jobs.Tests.Support;

namespace Evolink.Jobs.Tests.Running;

/// <summary>What a resolver says of a send counts when it can be true, and one that hangs keeps nothing.</summary>
public sealed class LookUpTests
{
    // Twice the time that a create may take, and half a minute.
    private static readonly TimeSpan s_longestSend = TimeSpan.FromSeconds(150);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NothingWasCreated_CountsOnlyWhenTheSendCanBeUnderWayNoMore(bool isFoundLater)
    {
        int asked = 0, timers = 0;
        TaskCompletionSource<SubmissionOutcome> early = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using BareJobs jobs = new(resolver: new BareJobs.Resolver(_ => Interlocked.Increment(ref asked) == 1 ? early.Task : Task.FromResult(isFoundLater ? SubmissionOutcome.Created("task-1") : SubmissionOutcome.NotCreated)));
        jobs.Clock.OnTimer = () => Interlocked.Increment(ref timers);
        GenerationJob job = await jobs.AddAsync("job-1", static job => job with { State = JobState.Submitting, Sends = 1 });

        // The first timer is that of the answer, the second that of the pause.
        Task<JobEvent> lookUp = new JobSubmission(jobs.Services, 1).LookUpAsync(job, Token);
        await Until.HoldsAsync("the resolver is waited for", () => Volatile.Read(ref timers) == 1);
        early.SetResult(SubmissionOutcome.NotCreated);
        await Until.HoldsAsync("its answer has come too early", () => lookUp.IsCompleted || Volatile.Read(ref timers) == 2);
        jobs.Clock.Advance(s_longestSend - TimeSpan.FromMilliseconds(1));
        Assert.False(lookUp.IsCompleted);
        Assert.Equal(1, asked);
        jobs.Clock.Advance(TimeSpan.FromMilliseconds(1));

        JobEvent found = await lookUp;
        Assert.Equal(2, asked);
        if (isFoundLater) Assert.Equal("task-1", Assert.IsType<JobEvent.Created>(found).TaskId);
        else Assert.True(Assert.IsType<JobEvent.NotCreated>(found).IsOfAllSends);
    }

    [Fact]
    public async Task AResolverThatHangs_IsAskedThreeTimes_ThenTheOutcomeIsUnknown()
    {
        int asked = 0, cancelled = 0;
        using BareJobs jobs = new(resolver: new BareJobs.Resolver(token =>
        {
            Interlocked.Increment(ref asked);
            token.Register(() =>
            {
                Interlocked.Increment(ref cancelled);
                throw new InvalidOperationException("No.");
            });
            return new TaskCompletionSource<SubmissionOutcome>().Task;
        }));
        GenerationJob job = await jobs.AddAsync("job-1", static job => job with { State = JobState.Submitting, Sends = 1 });

        Task<JobEvent> lookUp = new JobSubmission(jobs.Services, 1).LookUpAsync(job, Token);
        await Until.HoldsAsync("it is given up", () => lookUp.IsCompleted, () => jobs.Clock.Advance(TimeSpan.FromMinutes(1)));

        Assert.IsType<JobEvent.StillUnknown>(await lookUp);
        await Until.HoldsAsync("each call has begun and is told to end", () => (Volatile.Read(ref asked), Volatile.Read(ref cancelled)) == (3, 3));
    }

    [Fact]
    public async Task ALookUp_IsNoSend_AndItsShardCanBeGivenAway()
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using BareJobs jobs = new(resolver: new BareJobs.Resolver(_ =>
        {
            asked.SetResult();
            return new TaskCompletionSource<SubmissionOutcome>().Task;
        }));
        await jobs.AddAsync("job-1", static job => job with { Shard = 7, State = JobState.Submitting, Sends = 1 });
        OwnedShard shard = await jobs.OwnAsync(7);
        using CancellationTokenSource stop = new();
        Task running = jobs.Dispatcher.RunAsync(stop.Token);
        await asked.Task.WaitAsync(Token);

        Assert.True(jobs.Dispatcher.IsIdle(shard));
        await jobs.Dispatcher.ReleaseAsync(shard).WaitAsync(TimeSpan.FromMinutes(2), Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task AShardThatBeginsNothing_HoldsUpNoOther()
    {
        using BareJobs jobs = new();
        for (int index = 0; index < 60; index++) await jobs.AddAsync($"job-{index}", static job => job with { Shard = 1 });
        await jobs.AddAsync("job-free", static job => job with { Shard = 2, NotBefore = job.NotBefore.AddSeconds(1) });
        (await jobs.OwnAsync(1)).IsAdmitting = false;
        await jobs.OwnAsync(2);
        jobs.Clock.Advance(TimeSpan.FromSeconds(2));

        IReadOnlyList<DueJob> due = await new DueJobs(jobs.Services).PeekAsync(10, job => jobs.Services.Shards.Find(job.Shard) is { IsAdmitting: true }, Token);

        Assert.Equal("job-free", Assert.Single(due).Job.Id);
    }
}
