using System.Diagnostics;
using System.Globalization;
using Evolink.Jobs.Orleans.Tests.Support;
using Evolink.Servers;

namespace Evolink.Jobs.Orleans.Tests.Kill;

/// <summary>Two silos as processes, of which one dies at a seeded moment, in the midst of sends and between writes; the other ends every job, and a new one takes the dead one's place.</summary>
public sealed class KillTests(PostgresServer postgres, RedisServer redis, ITestOutputHelper output)
{
    private const int Jobs = 16;
    private const int AtATime = 8;

    private static readonly string[] s_places = ["send", "sending", "answer", "change", "time"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AKilledSilo_LosesNothing()
    {
        await using ProcessCluster cluster = await ProcessCluster.CreateAsync(postgres, redis);
        (string, string) limit = ("concurrency", AtATime.ToString(CultureInfo.InvariantCulture));
        SiloProcess survivor = await cluster.StartSiloAsync(limit);
        List<GenerationJob> all = [];
        List<TimeSpan> takeovers = [];
        Dictionary<string, int> deaths = [];
        for (int seed = Switches.FirstSeed; seed < Switches.FirstSeed + Switches.Kills; seed++)
        {
            Random random = new(seed);
            string place = s_places[random.Next(s_places.Length)];
            int passes = random.Next(1, place == "change" ? Jobs : Jobs / 2);
            SiloProcess victim = await cluster.StartSiloAsync(limit, ("death", place == "time" ? "never" : string.Create(CultureInfo.InvariantCulture, $"{place}:{passes}")));
            await cluster.UntilSharedAsync(survivor, victim);

            SubmitRetry retry = seed % 2 == 0 ? SubmitRetry.OnceWithSameKey : SubmitRetry.WhenSafe;
            IReadOnlyList<GenerationJob> jobs = await cluster.Client.EnqueueAsync(Jobs, new JobOptions { SubmitRetry = retry });
            if (place == "time") await Task.Delay(random.Next(100, 1500), Token);
            await DieAsync(victim);
            deaths[place] = deaths.GetValueOrDefault(place) + 1;
            long start = Stopwatch.GetTimestamp();
            await JobClient.UntilAsync(async () => await cluster.CountShardsAsync(survivor) == JobShards.Count);
            takeovers.Add(Stopwatch.GetElapsedTime(start));

            // The survivor has to end them all: those that the dead one was sending, too.
            all.AddRange(await cluster.Client.WaitAsync(jobs));
        }

        Report(all, takeovers, deaths, cluster.Simulator.Ledger);

        // The service honours the key: what is sent a second time on purpose is charged once.
        Ledger.AssertHolds(cluster.Simulator.Ledger, all);
        Assert.All(all.Where(static job => job.SubmitRetry == SubmitRetry.WhenSafe), job => Assert.InRange(cluster.Sends.GetValueOrDefault(job.SubmissionKey), 0, 1));
        Assert.InRange(all.Count(static job => job.State == JobState.OutcomeUnknown), 0, Switches.Kills * AtATime);
        await survivor.StopAsync();
    }

    /// <summary>Gives one that kills itself the time to; one that never comes to its place is killed.</summary>
    private static async Task DieAsync(SiloProcess victim)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(3));
        await victim.UntilDeadAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await victim.KillAsync();
    }

    private void Report(List<GenerationJob> all, List<TimeSpan> takeovers, Dictionary<string, int> deaths, IReadOnlyList<LedgerEntry> charges)
    {
        takeovers.Sort();
        output.WriteLine($"| deaths | {string.Join(", ", deaths.Select(static death => $"{death.Key} {death.Value}"))} |");
        output.WriteLine($"| jobs, completed, outcome unknown | {all.Count}, {all.Count(static job => job.State == JobState.Completed)}, {all.Count(static job => job.State == JobState.OutcomeUnknown)} |");
        output.WriteLine($"| charges, keys charged twice | {charges.Count}, {charges.Count - charges.Select(static charge => charge.IdempotencyKey).Distinct().Count()} |");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| takeover, median and longest | {takeovers[takeovers.Count / 2].TotalSeconds:0.0} s, {takeovers[^1].TotalSeconds:0.0} s |"));
    }
}
