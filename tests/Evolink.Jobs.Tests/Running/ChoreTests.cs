using Evolink.Jobs.Stores;
using Evolink.Jobs.Tests.Support;

namespace Evolink.Jobs.Tests.Running;

/// <summary>What is done beside the jobs may fail, and holds up none.</summary>
public sealed class ChoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatFailsBesideTheJobs_HoldsUpNone_AndRestsBeforeItIsTriedAgain(bool isPurge)
    {
        int tries = 0;
        Action fail = () =>
        {
            Interlocked.Increment(ref tries);
            throw new IOException("No.");
        };
        using BareJobs jobs = new(
            clock => isPurge ? new FailingStore(new InMemoryJobStore(clock)) { Purges = fail } : new FailingStore(new InMemoryJobStore(clock)) { FindsHints = fail }, estimate: 5, keepEndedFor: TimeSpan.FromDays(1));
        jobs.Clock.Advance(TimeSpan.FromMinutes(1));
        using IDisposable followed = jobs.Services.Followed.Add("task-1");
        await jobs.OwnAsync(0);
        using CancellationTokenSource stop = new();
        Task running = jobs.Dispatcher.RunAsync(stop.Token);
        await Until.HoldsAsync("it has failed", () => Volatile.Read(ref tries) == 1);

        // Nothing is sent for a job that costs too much; it ends all the same, by whoever goes through the queue. Each round would try again.
        for (int index = 0; index < 5; index++) await EndAsync(jobs, $"job-{index}");
        Assert.Equal((1, 1), (Volatile.Read(ref tries), jobs.Log.Naming("The jobs go on").Count()));

        jobs.Clock.Advance(TimeSpan.FromSeconds(1));
        await EndAsync(jobs, "job-later");
        await Until.HoldsAsync("it is tried again", () => Volatile.Read(ref tries) == 2);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private static async Task EndAsync(BareJobs jobs, string id)
    {
        jobs.Services.Changes.PublishStored(await jobs.AddAsync(id, static job => job with { MaxCredits = 1 }));
        await Until.HoldsAsync($"{id} ends", async () => await jobs.Store.FindAsync(id, Token) is { State: JobState.Failed });
    }
}
