using Evolink.Jobs.Orleans.Tests.Support;
using Evolink.Servers;

namespace Evolink.Jobs.Orleans.Tests.Faults;

/// <summary>What goes wrong with silos, as processes: frozen, restarted one after the other, with clocks that are minutes apart.</summary>
public sealed class SiloFaultTests(PostgresServer postgres, RedisServer redis)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AFrozenSilo_IsReplaced_AndSendsNothingWhenItGoesOn()
    {
        await using ProcessCluster cluster = await ProcessCluster.CreateAsync(postgres, redis);
        (string, string) slow = ("rate", "10");
        SiloProcess healthy = await cluster.StartSiloAsync(slow), frozen = await cluster.StartSiloAsync(slow);
        await cluster.UntilSharedAsync(healthy, frozen);
        IReadOnlyList<GenerationJob> jobs = await cluster.Client.EnqueueAsync(60);
        await JobClient.UntilAsync(() => Task.FromResult(cluster.Simulator.Ledger.Count > 10));

        await frozen.FreezeAsync();
        await JobClient.UntilAsync(async () => await cluster.CountShardsAsync(healthy) == JobShards.Count);
        IReadOnlyList<GenerationJob> more = await cluster.Client.EnqueueAsync(20);
        await frozen.ThawAsync();
        IReadOnlyList<GenerationJob> ends = await cluster.Client.WaitAsync([.. jobs, .. more]);

        Ledger.AssertHolds(cluster.Simulator.Ledger, ends);
        Assert.All(ends, job => Assert.InRange(cluster.Sends.GetValueOrDefault(job.SubmissionKey), 0, 1));
    }

    [Fact]
    public async Task ARollingRestartUnderLoad_BreaksNothingOff()
    {
        await using ProcessCluster cluster = await ProcessCluster.CreateAsync(postgres, redis);
        (string, string) rate = ("rate", "15");
        SiloProcess one = await cluster.StartSiloAsync(rate), two = await cluster.StartSiloAsync(rate);
        await cluster.UntilSharedAsync(one, two);
        IReadOnlyList<GenerationJob> jobs = await cluster.Client.EnqueueAsync(150);

        SiloProcess three = await cluster.StartSiloAsync(rate);
        await one.StopAsync();
        await cluster.UntilSharedAsync(two, three);
        SiloProcess four = await cluster.StartSiloAsync(rate);
        await two.StopAsync();
        await cluster.UntilSharedAsync(three, four);
        IReadOnlyList<GenerationJob> ends = await cluster.Client.WaitAsync(jobs);

        Assert.All(ends, static job => Assert.True(job.State == JobState.Completed, $"{job} {job.Error}"));
        Ledger.AssertHolds(cluster.Simulator.Ledger, ends);
    }

    [Fact]
    public async Task ClocksThatAreMinutesApart_DelayNothing()
    {
        await using ProcessCluster cluster = await ProcessCluster.CreateAsync(postgres, redis);
        SiloProcess ahead = await cluster.StartSiloAsync(("clock", "120")), behind = await cluster.StartSiloAsync(("clock", "-120"));
        await cluster.UntilSharedAsync(ahead, behind);
        using JobClient future = cluster.CreateClient(new ShiftedClock(TimeSpan.FromMinutes(7)));
        using JobClient past = cluster.CreateClient(new ShiftedClock(TimeSpan.FromMinutes(-7)));

        // A task may take half a minute: by the wrong clock it would be long over, or a job not yet due.
        JobOptions options = new() { ExpiresAfter = TimeSpan.FromMinutes(2) };
        IReadOnlyList<GenerationJob> ends = await cluster.Client.WaitAsync([.. await future.EnqueueAsync(15, options), .. await past.EnqueueAsync(15, options)]);

        Assert.All(ends, static job => Assert.True(job.State == JobState.Completed, $"{job} {job.Error}"));
        Assert.All(ends, static job => Assert.InRange(job.EndedAt!.Value - job.CreatedAt, TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(2)));
    }

    private sealed class ShiftedClock(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
    }
}
