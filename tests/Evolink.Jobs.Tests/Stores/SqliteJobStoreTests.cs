using Evolink.Jobs.Stores.Sqlite;
using Microsoft.Data.Sqlite;

namespace Evolink.Jobs.Tests.Stores;

/// <summary>The store of one machine: the contract, and what a file adds to it.</summary>
public sealed class SqliteJobStoreTests : SqlJobStoreContract, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evolink-jobs-");
    private readonly SqliteJobStore _store;

    public SqliteJobStoreTests() => _store = NewStore("jobs.db");

    private protected override IJobStore Store => _store;

    private protected override string Table => "jobs";

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
        await using SqliteJobStore other = NewStore("jobs.db");
        await _store.AddAsync(NewJob("job-1") with { Key = "order" }, Token);

        Assert.Equal("job-1", (await other.AddAsync(NewJob("job-2") with { Key = "order" }, Token)).Id);
        Assert.Equal(JobWrite.Stored, await other.UpdateAsync(NewJob("job-1") with { State = JobState.Canceled }, null, Token));
        Assert.Equal(JobState.Canceled, (await _store.FindAsync("job-1", Token))!.State);
    }

    [Fact]
    public async Task TwoProcessesThatWriteAtOnce_LoseNothing()
    {
        await using SqliteJobStore other = NewStore("jobs.db");
        await Task.WhenAll(Enumerable.Range(0, 100).Select(index => Task.Run(() => (index % 2 == 0 ? _store : other).AddAsync(NewJob($"job-{index}"), Token), Token)));

        Assert.Equal(100, await _store.ListAsync(null, Token).CountAsync(Token));
    }

    [Fact]
    public async Task OneProcessDrives_AndTheNextTakesOverWhenItEnds()
    {
        await using SqliteJobStore other = NewStore("jobs.db");
        JobLease first = await _store.AcquireAsync(null, "first", Token);
        Task<JobLease> second = other.AcquireAsync(null, "second", Token);

        Assert.False(second.IsCompleted);
        first.Dispose();
        using JobLease taken = await second;
        Assert.True(taken.Epoch > first.Epoch);
    }

    [Fact]
    public async Task ALockFileThatCannotBeOpened_IsAnError_AndNotAnotherDriver()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Links need rights on Windows.");

        // A link to itself: whoever opens it is told so by an IOException of the same type as for a file that is taken.
        File.CreateSymbolicLink(PathOf("jobs.db.lock"), PathOf("jobs.db.lock"));

        Assert.Equal(typeof(IOException), (await Assert.ThrowsAnyAsync<IOException>(() => _store.AcquireAsync(null, "test", Token).WaitAsync(TimeSpan.FromMinutes(2), Token))).GetType());
    }

    [Fact]
    public async Task AFolderThatIsMissing_IsMade()
    {
        await using SqliteJobStore deep = NewStore("a/b/jobs.db");
        await deep.AddAsync(NewJob("job-1"), Token);
        Assert.True(File.Exists(PathOf("a/b/jobs.db")));
    }

    [Fact]
    public async Task ADatabaseOfANewerVersion_IsLeftAlone()
    {
        using (SqliteConnection connection = Open("new.db")) SqliteSchema.Execute(connection, $"PRAGMA user_version = {SqliteSchema.Version + 1}");

        await using SqliteJobStore store = NewStore("new.db");
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => store.FindAsync("job-1", Token));
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TablesOfTheFirstVersion_AreBroughtUpToDate()
    {
        using (SqliteConnection connection = Open("old.db"))
        {
            SqliteSchema.Execute(connection, $"{SqliteSchema.Step(1)} PRAGMA user_version = 1");
            SqliteSchema.Execute(connection, $"INSERT INTO jobs(id, shard, state, not_before, version, request, data) VALUES('old', 3, {(int)JobState.Completed}, 0, 0, '{{}}', '{{}}'), ('open', 3, 0, 0, 0, '{{}}', '{{}}')");
        }

        await using SqliteJobStore store = NewStore("old.db");
        await store.AddAsync(NewJob("job-1"), Token);

        // An end from before the column was there counts from the update on.
        Assert.Equal(0, await store.PurgeAsync(DateTimeOffset.UtcNow.AddHours(-1), 10, Token));
        Assert.Equal(1, await store.PurgeAsync(DateTimeOffset.UtcNow.AddHours(1), 10, Token));
    }

    [Fact]
    public async Task WhatIsDeleted_IsFoundByItsOwnIndex()
    {
        await _store.AddAsync(NewJob("job-1"), Token);
        using SqliteConnection connection = Open("jobs.db");
        using SqliteCommand plan = connection.CreateCommand();
        plan.CommandText = $"EXPLAIN QUERY PLAN {SqliteRows.Old}";
        plan.Parameters.AddWithValue("$before", 5);
        plan.Parameters.AddWithValue("$limit", 5);
        using SqliteDataReader reader = plan.ExecuteReader();

        Assert.True(reader.Read());
        Assert.StartsWith("SEARCH jobs USING INDEX jobs_ended (ended_at<?", reader.GetString(3), StringComparison.Ordinal);
    }

    public static TheoryData<string> Searches => [SqliteRows.Due, SqliteRows.Open, SqliteRows.OpenCredits];

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task WhatDrivesTheJobs_SearchesNoEndedOne(string sql)
    {
        await _store.AddAsync(NewJob("job-1"), Token);
        using SqliteConnection connection = Open("jobs.db");
        using SqliteCommand plan = connection.CreateCommand();
        plan.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach ((string name, object value) in ((string, object)[])[("$now", 5), ("$shards", "[5]"), ("$resting", "[]"), ("$limit", 5)]) plan.Parameters.AddWithValue(name, value);
        using SqliteDataReader reader = plan.ExecuteReader();
        List<string> steps = [];
        while (reader.Read()) steps.Add(reader.GetString(3));

        // The list of shards is a table of its own, of no great length.
        Assert.StartsWith("SEARCH jobs USING INDEX jobs_open (state=?", Assert.Single(steps, static step => step.Contains(" jobs ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    // SQLite takes any kind of value in any column.
    [Theory]
    [InlineData("data", "x'00ff'")]
    [InlineData("data", "7")]
    [InlineData("request", "x'7b7d'")]
    [InlineData("version", "'new'")]
    [InlineData("version", "x'01'")]
    public async Task AValueOfAnotherKind_IsUnreadable(string column, string value)
    {
        await _store.AddAsync(NewJob("spoiled"), Token);
        await _store.AddAsync(NewJob("good"), Token);
        await ExecuteAsync($"UPDATE jobs SET {column} = {value} WHERE id = 'spoiled'");

        Assert.Equal("good", (await _store.ListAsync(null, Token).SingleAsync(Token)).Id);
        Assert.Equal("good", Assert.Single(await _store.FindDueAsync(null, DateTimeOffset.MaxValue, 10, Token)).Id);
        Assert.Equal(column, (await Assert.ThrowsAsync<EvolinkJobUnreadableException>(() => _store.FindAsync("spoiled", Token))).Column);
    }

    [Fact]
    public async Task CreditsThatAreNoNumber_CountAsUnknown()
    {
        await _store.AddAsync(NewJob("spoiled") with { State = JobState.Running, TaskId = "task-1", Credits = 5 }, Token);
        await _store.AddAsync(NewJob("good") with { State = JobState.Running, TaskId = "task-2", Credits = 7 }, Token);
        await ExecuteAsync("UPDATE jobs SET credits = 'five' WHERE id = 'spoiled'");

        Assert.Equal(7, await _store.SumOpenCreditsAsync(Token));
        Assert.Single(Log.Naming("spoiled"));
    }

    private protected override Task ExecuteAsync(string sql)
    {
        using SqliteConnection connection = Open("jobs.db");
        SqliteSchema.Execute(connection, sql);
        return Task.CompletedTask;
    }

    private SqliteJobStore NewStore(string name) => new(PathOf(name), TimeProvider.System, Log);

    private SqliteConnection Open(string name)
    {
        SqliteConnection connection = new($"Data Source={PathOf(name)};Pooling=False");
        connection.Open();
        return connection;
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
