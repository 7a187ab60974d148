using Evolink.Jobs.Running;
using Evolink.Jobs.Tests.Support;

namespace Evolink.Jobs.Tests.Running;

/// <summary>What the host's own code does, in sinks and in the callbacks that they register, neither ends a process nor keeps it.</summary>
public sealed class HostCodeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ACallbackThatThrows_GivesNoShardBackWhileSomethingIsDriven()
    {
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously), end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using BareJobs jobs = new(sink: new BareJobs.Sink(async (_, token) =>
        {
            token.Register(static () => throw new InvalidOperationException("No."));
            begun.SetResult();
            await end.Task;
            return [];
        }));
        await jobs.AddAsync("job-1", static job => job with { Shard = 7, State = JobState.Saving, TaskId = "task-1", SaveTo = "out" });
        OwnedShard shard = await jobs.OwnAsync(7);
        using CancellationTokenSource stop = new();
        Task running = jobs.Dispatcher.RunAsync(stop.Token);
        await begun.Task.WaitAsync(Token);

        Task released = jobs.Dispatcher.ReleaseAsync(shard);
        Assert.False(released.IsCompleted);
        end.SetResult();
        await released;

        Assert.Single(jobs.Log.Naming("callback"));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task ASinkThatHangsWhenTheJobsAreLost_KeepsNobodyFromDrivingAgain()
    {
        TaskCompletionSource hangs = new(TaskCreationOptions.RunContinuationsAsynchronously), goes = new(TaskCreationOptions.RunContinuationsAsynchronously), end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource mayGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using BareJobs jobs = new(sink: new BareJobs.Sink(async (job, _) =>
        {
            (job.Id == "job-hangs" ? hangs : goes).TrySetResult();
            await (job.Id == "job-hangs" ? end : mayGo).Task;
            return [];
        }));
        await jobs.AddAsync("job-hangs", static job => job with { Shard = 1, State = JobState.Saving, TaskId = "task-1", SaveTo = "out" });
        await jobs.AddAsync("job-goes", static job => job with { Shard = 2, State = JobState.Saving, TaskId = "task-2", SaveTo = "out" });
        using JobRunner runner = new(jobs.Services, jobs.Dispatcher);
        await runner.StartAsync(Token);
        await Task.WhenAll(hangs.Task, goes.Task).WaitAsync(Token);

        // The write of the job that goes on finds out that another process has taken all.
        using JobLease theirs = await jobs.Store.AcquireAsync(null, "another", Token);
        mayGo.SetResult();
        await Until.HoldsAsync("the process drives again", () => jobs.Services.Shards.Find(2) is { } shard && shard.Epoch > theirs.Epoch, () => jobs.Clock.Advance(TimeSpan.FromSeconds(1)));
        await Until.HoldsAsync("the job that goes on ends", async () => await jobs.Store.FindAsync("job-goes", Token) is { State: JobState.Completed }, () => jobs.Clock.Advance(TimeSpan.FromSeconds(1)));

        // A stop waits for both.
        Task stopped = runner.StopAsync(Token);
        Assert.False(stopped.IsCompleted);
        end.SetResult();
        await stopped;
    }
}
