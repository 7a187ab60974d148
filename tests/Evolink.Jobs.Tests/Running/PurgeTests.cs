using Evolink.Jobs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Tests.Running;

/// <summary>Jobs that ended long ago are deleted where the host wants it, by its own or by itself.</summary>
public sealed class PurgeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ByOption_TheHostDeletesWhatEndedLongAgo_BatchByBatch()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost(static jobs => (jobs.KeepEndedFor, jobs.DrivesJobs) = (TimeSpan.FromDays(7), true));
        GenerationJob open = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        await AddEndedAsync(host, open, 620, TimeSpan.FromDays(8));
        GenerationJob young = (await AddEndedAsync(host, open, 1, TimeSpan.FromDays(6)))[0];
        await host.StartAsync(Token);

        Assert.Equal(JobState.Completed, (await host.Jobs().WaitAsync(open.Id, Token)).State);
        while (await host.Jobs().ListAsync(cancellationToken: Token).CountAsync(Token) > 2) await Task.Delay(20, Token);

        Assert.Equal([open.Id, young.Id], await host.Jobs().ListAsync(cancellationToken: Token).Select(static job => job.Id).ToListAsync(Token));
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task ByDefault_NothingIsDeleted_AndByCallAllThatIsOldEnough()
    {
        await using JobWorld world = await JobWorld.StartAsync();
        using IHost host = world.CreateHost();
        GenerationJob open = await host.Jobs().EnqueueAsync(JobWorld.Request(), cancellationToken: Token);
        await AddEndedAsync(host, open, 620, TimeSpan.FromDays(8));
        await host.StartAsync(Token);
        await host.Jobs().WaitAsync(open.Id, Token);
        await host.StopAsync(Token);

        Assert.Equal(621, await host.Jobs().ListAsync(cancellationToken: Token).CountAsync(Token));
        Assert.Equal(0, await host.Jobs().PurgeAsync(TimeSpan.MaxValue, Token));
        Assert.Equal(620, await host.Jobs().PurgeAsync(TimeSpan.FromDays(7), Token));
        Assert.Equal(1, await host.Jobs().PurgeAsync(TimeSpan.Zero, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Jobs().PurgeAsync(TimeSpan.FromDays(-1), Token));
    }

    [Fact]
    public void ANegativeAge_IsRefusedAtTheStart() =>
        Assert.Contains("KeepEndedFor", Assert.Throws<ArgumentException>(static () => new ServiceCollection().AddEvolinkJobs(static jobs => jobs.KeepEndedFor = TimeSpan.FromDays(-1))).Message, StringComparison.Ordinal);

    private static async Task<GenerationJob[]> AddEndedAsync(IHost host, GenerationJob like, int count, TimeSpan age)
    {
        GenerationJob[] jobs = [.. Enumerable.Range(0, count).Select(index => like with { Id = $"job-{age.Days}-{index}", State = JobState.Completed, EndedAt = DateTimeOffset.UtcNow - age })];
        foreach (GenerationJob job in jobs) await host.Store().AddAsync(job, Token);
        return jobs;
    }
}
