using System.Diagnostics;
using Evolink.Jobs.Orleans.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Orleans.Tests.Cluster;

/// <summary>The limits are the cluster's, while silos come and go.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task OneRate_WhileSilosComeAndGo()
    {
        const int Rate = 20, Count = 160;
        await using LocalCluster cluster = await LocalCluster.StartAsync(1, static jobs => jobs.SubmissionsPerSecond = Rate);
        IReadOnlyList<GenerationJob> jobs = await cluster.Client.EnqueueAsync(Count);
        long start = Stopwatch.GetTimestamp();
        IHost second = await cluster.StartSiloAsync();
        await JobClient.UntilAsync(() => Task.FromResult(cluster.Simulator.Ledger.Count > Count / 2));
        await cluster.StopAsync(second);
        await cluster.Client.WaitAsync(jobs);

        // Not faster than the rate allows, whoever has sent. A slow machine takes longer; how exact the rate is, the tests of the gate say with a clock of their own.
        Assert.Equal(Count, cluster.Simulator.Ledger.Count);
        Assert.True(Stopwatch.GetElapsedTime(start) > TimeSpan.FromSeconds((Count / (Rate * 1.1)) - 1));
    }

    [Fact]
    public async Task OneNumberOfJobs_OnAllSilos()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync(2, static jobs => jobs.MaxConcurrency = 5, new SimulatorOptions { ProcessingFor = TimeSpan.FromHours(1) });
        IReadOnlyList<GenerationJob> jobs = await cluster.Client.EnqueueAsync(30);
        await JobClient.UntilAsync(() => Task.FromResult(cluster.Simulator.Ledger.Count == 5));

        // One that is cancelled leaves its place to the next, and no other.
        string running = cluster.Simulator.Ledger[0].IdempotencyKey!;
        await cluster.Client.Jobs.CancelAsync(jobs.Single(job => job.SubmissionKey == running).Id, TestContext.Current.CancellationToken);
        await JobClient.UntilAsync(() => Task.FromResult(cluster.Simulator.Ledger.Count == 6));
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        Assert.Equal(6, cluster.Simulator.Ledger.Count);
    }
}
