using Evolink.Jobs.Stores;
using Evolink.Jobs.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Tests.Running;

/// <summary>What is written into a job is of the store's clock, by whichever process.</summary>
public sealed class ClockTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(JobState.Queued)]
    [InlineData(JobState.OutcomeUnknown)]
    public async Task WhatAPersonDecides_HasTheTimeOfTheStore(JobState state)
    {
        InMemoryJobStore store = new(new FastClock());
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost first = world.CreateHost(jobs => jobs.UseStore(_ => store)), second = world.CreateHost(jobs => jobs.UseStore(_ => store));
        GenerationJob job = await first.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        await store.UpdateAsync(job with { State = state }, null, Token);

        // A process that has asked the store for nothing before.
        GenerationJob end = state == JobState.Queued ? await second.Jobs().CancelAsync(job.Id, Token) : await second.Jobs().AbandonAsync(job.Id, Token);

        Assert.InRange(end.EndedAt!.Value - job.CreatedAt, TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    private sealed class FastClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromMinutes(10);
    }
}
