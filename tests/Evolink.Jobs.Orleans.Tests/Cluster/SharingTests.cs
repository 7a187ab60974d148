using Evolink.Jobs.Orleans.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Orleans.Tests.Cluster;

/// <summary>Silos share the shards, give them away when they stop, and bring all jobs to their end.</summary>
public sealed class SharingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoSilos_ShareTheJobs_AndTheLedgerHolds()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync(0);
        IHost one = await cluster.StartSiloAsync(), two = await cluster.StartSiloAsync();
        await LocalCluster.UntilSharedAsync(one, two);

        IReadOnlyList<GenerationJob> ends = await cluster.Client.WaitAsync(await cluster.Client.EnqueueAsync(80));

        Assert.All(ends, static job => Assert.True(job.State == JobState.Completed, $"{job} {job.Error}"));
        Ledger.AssertHolds(cluster.Simulator.Ledger, ends);
    }

    [Fact]
    public async Task ASiloThatComesAndGoes_TakesItsShareAndGivesItBack()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync(0);
        IHost one = await cluster.StartSiloAsync();
        await LocalCluster.UntilAllAreDrivenAsync(one);
        IReadOnlyList<GenerationJob> jobs = await cluster.Client.EnqueueAsync(40);

        IHost two = await cluster.StartSiloAsync();
        await LocalCluster.UntilSharedAsync(one, two);
        IReadOnlyList<GenerationJob> more = await cluster.Client.EnqueueAsync(40);
        await cluster.StopAsync(two);
        await LocalCluster.UntilAllAreDrivenAsync(one);

        // Nothing was broken off: every outcome is known.
        IReadOnlyList<GenerationJob> ends = await cluster.Client.WaitAsync([.. jobs, .. more]);
        Assert.All(ends, static job => Assert.True(job.State == JobState.Completed, $"{job} {job.Error}"));
        Ledger.AssertHolds(cluster.Simulator.Ledger, ends);
    }

    [Fact]
    public async Task ASiloThatDrivesNothing_EnqueuesAndWaits()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync(0);
        IHost drives = await cluster.StartSiloAsync();
        IHost front = await cluster.StartSiloAsync(static jobs => jobs.DrivesJobs = false);
        await LocalCluster.UntilAllAreDrivenAsync(drives);
        IGenerationJobs jobs = front.Services.GetRequiredService<IGenerationJobs>();

        GenerationJob end = await jobs.WaitAsync((await jobs.EnqueueAsync(JobClient.Request(), cancellationToken: Token)).Id, Token);

        Assert.Equal(JobState.Completed, end.State);
        Assert.Empty(LocalCluster.ShardsOf(front));
    }

    [Fact]
    public async Task AShardThatAnotherHasTaken_IsLetGo_AndComesBack()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync(1, options: new SimulatorOptions { ProcessingFor = TimeSpan.FromHours(1) });
        GenerationJob job = (await cluster.Client.EnqueueAsync(1))[0];
        await JobClient.UntilAsync(async () => (await cluster.Client.Store.FindAsync(job.Id, Token))!.State == JobState.Running);

        // As a silo does that believes this one dead.
        using JobLease theirs = await cluster.Client.Store.AcquireAsync(job.Shard, "another", Token);
        await cluster.Client.Jobs.CancelAsync(job.Id, Token);
        GenerationJob next = (await cluster.Client.EnqueueAsync(1))[0];
        await JobClient.UntilAsync(async () => (await cluster.Client.Store.FindAsync(next.Id, Token))!.State == JobState.Running);

        Assert.Equal(2, cluster.Simulator.Ledger.Count);
    }

    [Fact]
    public async Task JobsTwiceInOneHost_AreRefused()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync(0);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddEvolinkJobs(static jobs => jobs.UseInMemory());

        Assert.Throws<InvalidOperationException>(() => builder.UseOrleans(static silo => silo.AddEvolinkJobs()));
    }

    [Fact]
    public void JobsTwiceInOneHost_AreRefused_InTheOtherOrderToo()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.UseOrleans(static silo => silo.AddEvolinkJobs(static jobs => jobs.UseInMemory()));

        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => builder.Services.AddEvolinkJobs(static jobs => jobs.UseInMemory()));
        Assert.StartsWith("The host has jobs already.", refused.Message, StringComparison.Ordinal);
    }
}
