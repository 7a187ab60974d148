using Evolink.Jobs.Stores;
using Evolink.Jobs.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Tests.Running;

/// <summary>Who waits in a process that does not drive asks the store together with all others.</summary>
public sealed class WatchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HoweverManyWait_TheStoreIsAskedOnceForAll_AndNotAtAllWhenNobodyWaits()
    {
        int finds = 0, looks = 0;
        FailingStore store = new(new InMemoryJobStore(TimeProvider.System)) { Finds = () => Interlocked.Increment(ref finds), FindsMany = () => Interlocked.Increment(ref looks) };
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost web = CreateWeb(world, store);
        GenerationJob[] jobs = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => web.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token)));
        Task<GenerationJob>[] waits = [.. jobs.Select(job => web.Jobs().WaitAsync(job.Id, Token))];
        while (Volatile.Read(ref looks) < 5) await Task.Delay(10, Token);
        Assert.Equal(jobs.Length, Volatile.Read(ref finds));

        foreach (GenerationJob job in jobs) await store.UpdateAsync(job with { State = JobState.Completed, EndedAt = job.CreatedAt }, null, Token);
        Assert.All(await Task.WhenAll(waits), static end => Assert.Equal(JobState.Completed, end.State));
        Assert.Equal(jobs.Length, Volatile.Read(ref finds));

        // The look that is under way may be one more.
        await Task.Delay(200, Token);
        int before = Volatile.Read(ref looks);
        await Task.Delay(300, Token);
        Assert.Equal(before, Volatile.Read(ref looks));
    }

    [Fact]
    public async Task AWait_OutlivesAnOutageOfTheStore()
    {
        int looks = 0;
        FailingStore store = new(new InMemoryJobStore(TimeProvider.System))
        {
            FindsMany = () =>
            {
                if (Interlocked.Increment(ref looks) < 4) throw new IOException("The database is not there.");
            },
        };
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost web = CreateWeb(world, store);
        GenerationJob job = await web.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        Task<GenerationJob> wait = web.Jobs().WaitAsync(job.Id, Token);
        while (Volatile.Read(ref looks) < 2) await Task.Delay(10, Token);

        await store.UpdateAsync(job with { State = JobState.Completed, EndedAt = job.CreatedAt }, null, Token);

        Assert.Equal(JobState.Completed, (await wait).State);
    }

    private static IHost CreateWeb(JobWorld world, FailingStore store) => world.CreateHost(jobs =>
    {
        jobs.UseStore(_ => store);
        (jobs.DrivesJobs, jobs.WatchInterval) = (false, TimeSpan.FromMilliseconds(50));
    });
}
