using System.Diagnostics;
using Evolink.Jobs.Orleans.Tests.Support;
using Evolink.Servers;
using Npgsql;

namespace Evolink.Jobs.Orleans.Tests.Faults;

/// <summary>What goes wrong around two silos: the database, the network to the service, a disk, and what is in the queue.</summary>
public sealed class SurroundingsFaultTests(PostgresServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ARestartedDatabase_LosesNothing()
    {
        // One of its own: the others go on meanwhile.
        await using PostgresServer own = new();
        string database = await own.GetConnectionStringAsync();
        await using LocalCluster cluster = await LocalCluster.StartAsync(2, jobs =>
        {
            jobs.UsePostgreSql(database);
            jobs.SubmissionsPerSecond = 20;
        });
        IReadOnlyList<GenerationJob> jobs = await cluster.Client.EnqueueAsync(60);
        await JobClient.UntilAsync(() => Task.FromResult(cluster.Simulator.Ledger.Count > 10));

        await own.RestartAsync(TimeSpan.FromSeconds(2));
        await JobClient.UntilAsync(async () =>
        {
            try
            {
                return await cluster.Client.Store.ListAsync(null, Token).AllAsync(static job => job.IsEnd, Token);
            }
            catch (NpgsqlException)
            {
                return false;
            }
        });

        IReadOnlyList<GenerationJob> ends = await cluster.Client.WaitAsync(jobs);
        Assert.All(ends, static job => Assert.True(job.State == JobState.Completed, $"{job} {job.Error}"));
        Ledger.AssertHolds(cluster.Simulator.Ledger, ends);
    }

    [Fact]
    public async Task ACutNetworkToTheService_IsWaitedFor()
    {
        FaultPlan plan = new();
        await using LocalCluster cluster = await LocalCluster.StartAsync(2, static jobs => jobs.SubmissionsPerSecond = 20, new SimulatorOptions { Faults = plan.For, ProcessingFor = TimeSpan.FromMilliseconds(300) });
        IReadOnlyList<GenerationJob> jobs = await cluster.Client.EnqueueAsync(50);
        await JobClient.UntilAsync(() => Task.FromResult(cluster.Simulator.Ledger.Count > 10));
        using (plan.During(Fault.ResetBeforeReading())) await Task.Delay(TimeSpan.FromSeconds(3), Token);

        IReadOnlyList<GenerationJob> ends = await cluster.Client.WaitAsync(jobs);
        Ledger.AssertHolds(cluster.Simulator.Ledger, ends);
    }

    [Fact]
    public async Task APoisonedRequest_StopsNoOther()
    {
        string database = await postgres.GetConnectionStringAsync();
        string schema = $"poison_{Guid.NewGuid():N}";
        await using LocalCluster cluster = await LocalCluster.StartAsync(1, jobs => jobs.UsePostgreSql(database, schema));
        GenerationJob model = (await cluster.Client.WaitAsync(await cluster.Client.EnqueueAsync(1)))[0];
        GenerationJob Poison(string id, string request) => model with { Id = id, Key = null, Request = request, State = JobState.Queued, TaskId = null, Version = 0, Shard = JobShards.Find(id), EndedAt = null, Result = null, Sends = 0 };

        // Requests that nobody can read, before all others.
        foreach ((string id, string request) in ((string, string)[])[("job-a", "{"), ("job-b", "null"), ("job-c", """{"model":"no-such-model"}""")]) await cluster.Client.Store.AddAsync(Poison(id, request), Token);

        IReadOnlyList<GenerationJob> ends = await cluster.Client.WaitAsync(await cluster.Client.EnqueueAsync(10));
        Assert.All(ends, static job => Assert.Equal(JobState.Completed, job.State));
        foreach (string id in (string[])["job-a", "job-b", "job-c"])
        {
            GenerationJob poisoned = await cluster.Client.Jobs.WaitAsync(id, Token);
            Assert.Equal((JobState.Failed, "invalid_request"), (poisoned.State, poisoned.Error!.Code));
        }

        Assert.Equal(11, cluster.Simulator.Ledger.Count);
    }

    [Fact]
    public async Task AFullDisk_IsWaitedFor_AndNothingIsPaidTwice()
    {
        string disk = Directory.CreateTempSubdirectory("evolink-disk-").FullName;
        using (Process mount = Process.Start(new ProcessStartInfo("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", disk]) { RedirectStandardError = true })!)
        {
            await mount.WaitForExitAsync(Token);
            Assert.SkipUnless(mount.ExitCode == 0, "A small disk cannot be mounted here (it needs a privileged user).");
        }

        try
        {
            string filler = Path.Combine(disk, "filler");
            await Fill(filler);
            await using LocalCluster cluster = await LocalCluster.StartAsync(1);
            IReadOnlyList<GenerationJob> jobs = await cluster.Client.EnqueueAsync(3, new JobOptions { SaveTo = Path.Combine(disk, "out") });
            await JobClient.UntilAsync(async () => await cluster.Client.Store.ListAsync(JobState.Saving, Token).CountAsync(Token) == 3);
            File.Delete(filler);

            IReadOnlyList<GenerationJob> ends = await cluster.Client.WaitAsync(jobs);
            Assert.All(ends, static job => Assert.True(job.State == JobState.Completed && File.Exists(Assert.Single(job.Files)), $"{job} {job.Error}"));
            Ledger.AssertHolds(cluster.Simulator.Ledger, ends);
        }
        finally
        {
            await ServerProcess.ExecuteAsync("umount", "-l", disk);
            Directory.Delete(disk);
        }
    }

    private static async Task Fill(string path)
    {
        await using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(new byte[64 * 1024]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }
}
