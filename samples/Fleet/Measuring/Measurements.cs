using System.Diagnostics;
using Evolink;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FleetSample.Measuring;

/// <summary>The figures of docs/scale.md, on two silos that are processes of their own.</summary>
internal static class Measurements
{
    private const int Kills = 9;
    private const double Rate = 100;

    private static readonly TimeSpan s_processing = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(Surroundings given, string[] what)
    {
        bool Wanted(string one) => what.Length == 0 || what.Contains(one);
        string name = $"measure_{Environment.ProcessId}";
        await using EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(new SimulatorOptions { ApiKey = Surroundings.ApiKey, ProcessingFor = s_processing });
        Surroundings surroundings = given with { Service = simulator.BaseAddress, Cluster = name, Schema = name, Rate = Rate, Concurrency = 10_000 };
        await using Database database = new(surroundings);
        using IHost host = Client.CreateHost(surroundings);
        IGenerationJobs jobs = host.Services.GetRequiredService<IGenerationJobs>();
        await jobs.FindAsync("none"); // makes the tables
        SiloProcess one = await SiloProcess.StartAsync(surroundings), two = await SiloProcess.StartAsync(surroundings);
        try
        {
            await UntilSharedAsync(database, one, two);
            if (Wanted("takeover")) (one, two) = await MeasureTakeoverAsync(surroundings, database, one, two);
            if (Wanted("jobs")) await MeasureJobsAsync(jobs, database, 10_000, "10,000 jobs");
            if (Wanted("history"))
            {
                await MeasureJobsAsync(jobs, database, 1000, "1,000 jobs");
                await database.AddHistoryAsync((await jobs.ListAsync(JobState.Completed).FirstAsync()).Id, 1_000_000);
                await MeasureJobsAsync(jobs, database, 1000, "1,000 jobs beside 1,000,000 that have ended");
            }
        }
        finally
        {
            one.Dispose();
            two.Dispose();
        }

        int twice = simulator.Ledger.Count - simulator.Ledger.Select(static charge => charge.IdempotencyKey).Distinct().Count();
        Console.WriteLine($"{simulator.Ledger.Count} charges, {twice} of them twice for one job");
        return 0;
    }

    /// <summary>From kill -9 to the moment at which the other silo owns all shards.</summary>
    private static async Task<(SiloProcess One, SiloProcess Two)> MeasureTakeoverAsync(Surroundings surroundings, Database database, SiloProcess one, SiloProcess two)
    {
        List<double> seconds = [];
        for (int kill = 0; kill < Kills; kill++)
        {
            two.Kill();
            long start = Stopwatch.GetTimestamp();
            while (await database.CountShardsAsync(one) < JobShards.Count) await Task.Delay(20);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            two.Dispose();

            // The one that has survived is the next to die.
            (one, two) = (await SiloProcess.StartAsync(surroundings), one);
            await UntilSharedAsync(database, one, two);
        }

        seconds.Sort();
        Console.WriteLine(FormattableString.Invariant($"Takeover after kill -9, {Kills} times: median {seconds[Kills / 2]:0.0} s, longest {seconds[^1]:0.0} s"));
        return (one, two);
    }

    /// <summary>How far behind the pace the last job ends, and what that costs the database.</summary>
    private static async Task MeasureJobsAsync(IGenerationJobs jobs, Database database, int count, string name)
    {
        (long commits, long writes) = (await database.CountCommitsAsync(), await database.CountWritesAsync());
        long start = Stopwatch.GetTimestamp();
        GenerationJob[] all = new GenerationJob[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, token) => all[number] = await jobs.EnqueueAsync(Client.Request(number), cancellationToken: token));
        TimeSpan enqueued = Stopwatch.GetElapsedTime(start);

        // Looking at the queue once a second costs two commits a second, which are counted.
        while (await IsOpenAsync(jobs)) await Task.Delay(TimeSpan.FromSeconds(1));
        (commits, writes) = (await database.CountCommitsAsync() - commits, await database.CountWritesAsync() - writes);
        GenerationJob[] ends = new GenerationJob[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, token) => ends[number] = (await jobs.FindAsync(all[number].Id, token))!);
        DateTimeOffset first = all.Min(static job => job.CreatedAt), last = ends.Max(static job => job.EndedAt!.Value);
        double lag = (last - first).TotalSeconds - (count / Rate) - s_processing.TotalSeconds;
        Console.WriteLine(FormattableString.Invariant(
            $"{name}: enqueued in {enqueued.TotalSeconds:0.0} s; at {Rate} a second the last one ends {lag:0.0} s behind the pace; commits a job {commits / (double)count:0.0}, of them writing {writes / (double)count:0.0}; {ends.Count(static job => job.State == JobState.Completed)} completed"));
    }

    private static async Task<bool> IsOpenAsync(IGenerationJobs jobs)
    {
        foreach (JobState state in (JobState[])[JobState.Queued, JobState.Submitting, JobState.Running, JobState.Saving])
        {
            if (await jobs.ListAsync(state).AnyAsync()) return true;
        }

        return false;
    }

    private static async Task UntilSharedAsync(Database database, SiloProcess one, SiloProcess two)
    {
        while (true)
        {
            (long first, long second) = (await database.CountShardsAsync(one), await database.CountShardsAsync(two));
            if (first + second == JobShards.Count && Math.Min(first, second) > JobShards.Count / 4) return;
            await Task.Delay(100);
        }
    }
}
