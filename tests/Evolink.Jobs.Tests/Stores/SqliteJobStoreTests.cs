using Evolink.Jobs.Stores.Sqlite;
using Microsoft.Data.Sqlite;

namespace Evolink.Jobs.Tests.Stores;

/// <summary>The store of one machine: the contract, and what a file adds to it.</summary>
public sealed class SqliteJobStoreTests : JobStoreContract, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evolink-jobs-");
    private readonly SqliteJobStore _store;

    public SqliteJobStoreTests() => _store = new SqliteJobStore(PathOf("jobs.db"), TimeProvider.System);

    private protected override IJobStore Store => _store;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task AnotherProcess_SeesTheSameJobs()
    {
        await using SqliteJobStore other = new(PathOf("jobs.db"), TimeProvider.System);
        await _store.AddAsync(NewJob("job-1") with { Key = "order" }, Token);

        Assert.Equal("job-1", (await other.AddAsync(NewJob("job-2") with { Key = "order" }, Token)).Id);
        Assert.Equal(JobWrite.Stored, await other.UpdateAsync(NewJob("job-1") with { State = JobState.Canceled }, null, Token));
        Assert.Equal(JobState.Canceled, (await _store.FindAsync("job-1", Token))!.State);
    }

    [Fact]
    public async Task TwoProcessesThatWriteAtOnce_LoseNothing()
    {
        await using SqliteJobStore other = new(PathOf("jobs.db"), TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(index => Task.Run(() => (index % 2 == 0 ? _store : other).AddAsync(NewJob($"job-{index}"), Token), Token)));

        Assert.Equal(100, await _store.ListAsync(null, Token).CountAsync(Token));
    }

    [Fact]
    public async Task OneProcessDrives_AndTheNextTakesOverWhenItEnds()
    {
        await using SqliteJobStore other = new(PathOf("jobs.db"), TimeProvider.System);
        JobLease first = await _store.AcquireAsync(null, "first", Token);
        Task<JobLease> second = other.AcquireAsync(null, "second", Token);

        Assert.False(second.IsCompleted);
        first.Dispose();
        using JobLease taken = await second;
        Assert.True(taken.Epoch > first.Epoch);
    }

    [Fact]
    public async Task AFolderThatIsMissing_IsMade()
    {
        await using SqliteJobStore deep = new(PathOf("a/b/jobs.db"), TimeProvider.System);
        await deep.AddAsync(NewJob("job-1"), Token);
        Assert.True(File.Exists(PathOf("a/b/jobs.db")));
    }

    [Fact]
    public async Task ADatabaseOfANewerVersion_IsLeftAlone()
    {
        using (SqliteConnection connection = new($"Data Source={PathOf("new.db")};Pooling=False"))
        {
            connection.Open();
            SqliteSchema.Execute(connection, $"PRAGMA user_version = {SqliteSchema.Version + 1}");
        }

        await using SqliteJobStore store = new(PathOf("new.db"), TimeProvider.System);
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => store.FindAsync("job-1", Token));
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Searches => [SqliteRows.Due, SqliteRows.Open, SqliteRows.OpenCredits];

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task WhatDrivesTheJobs_SearchesNoEndedOne(string sql)
    {
        await _store.AddAsync(NewJob("job-1"), Token);
        using SqliteConnection connection = new($"Data Source={PathOf("jobs.db")};Pooling=False");
        connection.Open();
        using SqliteCommand plan = connection.CreateCommand();
        plan.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach ((string name, object value) in ((string, object)[])[("$now", 5), ("$shards", "[5]"), ("$limit", 5)]) plan.Parameters.AddWithValue(name, value);
        using SqliteDataReader reader = plan.ExecuteReader();
        List<string> steps = [];
        while (reader.Read()) steps.Add(reader.GetString(3));

        // The list of shards is a table of its own, of no great length.
        Assert.StartsWith("SEARCH jobs USING INDEX jobs_open (state=?", Assert.Single(steps, static step => step.Contains(" jobs ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
