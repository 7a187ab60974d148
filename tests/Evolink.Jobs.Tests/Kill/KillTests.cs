using System.Globalization;
using Evolink.Jobs.Stores.Sqlite;
using Evolink.Jobs.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evolink.Jobs.Tests.Kill;

/// <summary>A real process with SQLite that is killed, in the midst of sends and between writes, and started again until all jobs have ended; held against the service's ledger.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Jobs = 12;
    private const int Deaths = 2;
    private const int AtATime = 4;

    // What the system reports of a process that SIGKILL has ended. One that came to its end before its moment is no kill.
    private const int Killed = 128 + 9;

    private static readonly string[] s_places = ["send", "sending", "answer", "change", "time"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(Switches.FirstSeed, Switches.KillSeeds)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task AKilledProcess_LosesNothing(int seed)
    {
        Random random = new(seed);
        SubmitRetry retry = seed % 2 == 0 ? SubmitRetry.OnceWithSameKey : SubmitRetry.WhenSafe;
        await using JobWorld world = await JobWorld.StartAsync(new SimulatorOptions { HonoursIdempotencyKeys = retry == SubmitRetry.OnceWithSameKey });

        int kills = 0;
        for (int death = 0; death < Deaths; death++)
        {
            string place = s_places[random.Next(s_places.Length)];
            TimeSpan? killAfter = place == "time" ? TimeSpan.FromMilliseconds(random.Next(300, 2500)) : null;
            int passes = random.Next(1, place == "change" ? 3 * Jobs : Jobs);
            (int exit, string _) = await RunAsync(world, retry, killAfter is null ? string.Create(CultureInfo.InvariantCulture, $"{place}:{passes}") : "never", killAfter);
            if (exit == Killed) kills++;
        }

        (int exitCode, string text) = await RunAsync(world, retry, "never", null);
        Assert.True(exitCode == 0 && text.Contains("All jobs have ended.", StringComparison.Ordinal), text);
        await AssertTheLedgerAsync(world, retry, kills);
    }

    private static Task<(int ExitCode, string Output)> RunAsync(JobWorld world, SubmitRetry retry, string death, TimeSpan? killAfter) => Child.RunAsync(
        world.Folder,
        killAfter,
        Child.AssemblyOf("tests/Evolink.Jobs.Worker", "Evolink.Jobs.Worker"),
        world.Folder,
        world.Simulator.BaseAddress.ToString(),
        world.Simulator.ApiKey,
        Jobs.ToString(CultureInfo.InvariantCulture),
        retry.ToString(),
        death);

    private async Task AssertTheLedgerAsync(JobWorld world, SubmitRetry retry, int kills)
    {
        await using SqliteJobStore store = new(Path.Combine(world.Folder, "jobs.db"), TimeProvider.System, NullLogger.Instance);
        Dictionary<string, GenerationJob> jobs = await store.ListAsync(null, TestContext.Current.CancellationToken).ToDictionaryAsync(static job => job.SubmissionKey, cancellationToken: TestContext.Current.CancellationToken);
        IReadOnlyList<LedgerEntry> ledger = world.Simulator.Ledger;
        Report(world, retry, kills, jobs.Values);

        Assert.Equal(Jobs, jobs.Count);
        Assert.All(jobs.Values, static job => Assert.True(job.State is JobState.Completed or JobState.OutcomeUnknown, $"{job} {job.Error}"));

        // Nothing is sent twice, and each charge is one that a job knows, or says that it does not know.
        Assert.Equal(ledger.Count, ledger.Select(static charge => charge.IdempotencyKey).Distinct().Count());
        Assert.All(ledger, charge => Assert.True(jobs[charge.IdempotencyKey!] is var job && (job.TaskId == charge.TaskId || job.State == JobState.OutcomeUnknown), $"{charge} is lost: {job}"));
        Assert.Equal(jobs.Values.Where(static job => job.TaskId is not null).Select(static job => job.TaskId).Order(), ledger.Select(static charge => charge.TaskId).Intersect(jobs.Values.Select(static job => job.TaskId)).Order());
        Assert.InRange(jobs.Values.Count(static job => job.State == JobState.OutcomeUnknown), 0, Deaths * AtATime);
        if (retry == SubmitRetry.OnceWithSameKey) Assert.All(jobs.Values.Where(static job => job.Sends < 2), static job => Assert.Equal(JobState.Completed, job.State));

        // Every file is there once, and no other.
        string[] files = [.. jobs.Values.SelectMany(static job => job.Files).Order(StringComparer.Ordinal)];
        Assert.Equal(jobs.Values.Count(static job => job.State == JobState.Completed), files.Length);
        Assert.Equal(files, Directory.GetFiles(world.Results).Order(StringComparer.Ordinal));
    }

    /// <summary>One line of the ledger of all kills, for whoever adds them up.</summary>
    private void Report(JobWorld world, SubmitRetry retry, int kills, IReadOnlyCollection<GenerationJob> jobs)
    {
        IReadOnlyList<LedgerEntry> ledger = world.Simulator.Ledger;
        HashSet<string?> known = [.. jobs.Select(static job => job.TaskId)];
        string?[] sent = [.. world.Simulator.Requests.Where(static request => request.IdempotencyKey is not null).Select(static request => request.IdempotencyKey)];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"ledger: {retry} kills={kills} jobs={jobs.Count} charges={ledger.Count} known={ledger.Count(charge => known.Contains(charge.TaskId))} completed={jobs.Count(static job => job.State == JobState.Completed)} unknown={jobs.Count(static job => job.State == JobState.OutcomeUnknown)} sentTwice={sent.Length - sent.Distinct().Count()} chargedTwice={ledger.Count - ledger.Select(static charge => charge.IdempotencyKey).Distinct().Count()}"));
    }
}
