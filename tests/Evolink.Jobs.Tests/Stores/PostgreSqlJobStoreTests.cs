using Evolink.Jobs.PostgreSql.Stores;
using Evolink.Servers;
using Npgsql;

namespace Evolink.Jobs.Tests.Stores;

/// <summary>The store of many machines: the contract, and what a server adds to it.</summary>
public sealed class PostgreSqlJobStoreTests(PostgresServer server) : SqlJobStoreContract, IAsyncLifetime
{
    private readonly string _schema = $"jobs_{Guid.NewGuid():N}";
    private PostgreSqlJobStore _store = null!;
    private string _database = "";

    private protected override IJobStore Store => _store;

    private protected override string Table => $"{_schema}.jobs";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await server.GetConnectionStringAsync();
        _store = NewStore();
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
    }

    [Fact]
    public async Task ManyThatStartAtOnce_MakeTheTablesOnce()
    {
        PostgreSqlJobStore[] stores = [.. Enumerable.Range(0, 6).Select(_ => NewStore())];
        await Task.WhenAll(stores.Select((store, index) => store.AddAsync(NewJob($"job-{index}"), Token)));

        Assert.Equal(6, await Store.ListAsync(null, Token).CountAsync(Token));
        foreach (PostgreSqlJobStore store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task OneProcessDrives_AndTheNextTakesOverWhenItsConnectionEnds()
    {
        await using PostgreSqlJobStore other = NewStore();
        JobLease first = await _store.AcquireAsync(null, "first", Token);
        Task<JobLease> second = other.AcquireAsync(null, "second", Token);
        await Store.AddAsync(NewJob("job-1"), Token);

        Assert.False(second.IsCompleted);
        first.Dispose();
        using JobLease taken = await second;
        Assert.True(taken.Epoch > first.Epoch);
        Assert.Equal(JobWrite.Fenced, await Store.UpdateAsync(NewJob("job-1"), first.Epoch, Token));
    }

    [Fact]
    public async Task WhoeverWaitsToDrive_AsksAgainAndAgain_AndAMachineThatIsGoneIsNoticed()
    {
        // One connection, which is not cleaned: the next one who has it finds the settings of the one who drove.
        string text = new NpgsqlConnectionStringBuilder(_database) { MaxPoolSize = 1, NoResetOnClose = true }.ConnectionString;
        await using NpgsqlDataSource database = NpgsqlDataSource.Create(text);
        DriverLock held = await DriverLock.TakeAsync(database, _schema, Token);
        await using NpgsqlDataSource others = NpgsqlDataSource.Create(_database);
        Task<DriverLock> waiting = DriverLock.TakeAsync(others, _schema, Token);
        await using NpgsqlCommand standing = others.CreateCommand("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
        for (int asked = 0; asked < 100; asked++) Assert.Equal(0L, await standing.ExecuteScalarAsync(Token));

        Assert.False(waiting.IsCompleted);
        held.Dispose();
        (await waiting).Dispose();
        await using NpgsqlCommand settings = database.CreateCommand(
            "SELECT string_agg(setting, ' ' ORDER BY name) FROM pg_settings WHERE name IN ('tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count')");
        Assert.Equal("4 10 5", await settings.ExecuteScalarAsync(Token));
    }

    [Fact]
    public async Task AMigrationThatTakesLong_IsNotBrokenOff()
    {
        await ExecuteAsync($"CREATE SCHEMA {_schema}; CREATE TABLE {_schema}.version(version integer NOT NULL); INSERT INTO {_schema}.version VALUES(1); {PostgreSqlSchema.Step(1, _schema)}");
        await using NpgsqlDataSource database = NpgsqlDataSource.Create(_database);
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(Token);
        await using NpgsqlTransaction reading = await connection.BeginTransactionAsync(Token);
        await using NpgsqlCommand hold = new($"LOCK TABLE {Table} IN ACCESS SHARE MODE", connection);
        await hold.ExecuteNonQueryAsync(Token);
        await using PostgreSqlJobStore hurried = new(NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_database) { CommandTimeout = 1 }.ConnectionString), _schema, Log);
        Task<GenerationJob?> first = hurried.FindAsync("job-1", Token);

        // The server's time passes by itself; no clock of ours is asked.
        await using NpgsqlCommand pause = new("SELECT pg_sleep(2)", connection);
        await pause.ExecuteNonQueryAsync(Token);
        await reading.CommitAsync(Token);

        Assert.Null(await first);
    }

    [Fact]
    public async Task AWriteAndATakeover_AreOneAfterTheOther()
    {
        for (int round = 0; round < 20; round++)
        {
            string id = $"job-{round}";
            await Store.AddAsync(NewJob(id), Token);
            using JobLease mine = await Store.AcquireAsync(3, "mine", Token);
            Task<JobWrite> write = Store.UpdateAsync(NewJob(id) with { State = JobState.Submitting }, mine.Epoch, Token);
            using JobLease theirs = await Store.AcquireAsync(3, "theirs", Token);

            // What the new owner sees is how it stays: a write of the old one is there by then, or never.
            JobState seen = (await Store.FindAsync(id, Token))!.State;
            Assert.Equal(await write == JobWrite.Stored ? JobState.Submitting : JobState.Queued, seen);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(null)]
    public async Task TwoThatTakeAShardAtOnce_HaveEpochsOfTheirOwn(int? first)
    {
        (await Store.AcquireAsync(3, "before", Token)).Dispose();
        await using NpgsqlDataSource database = NpgsqlDataSource.Create(_database);
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(Token);
        await using NpgsqlTransaction held = await connection.BeginTransactionAsync(Token);
        await using NpgsqlCommand hold = new($"SELECT epoch FROM {_schema}.shards WHERE shard = 3 FOR UPDATE", connection);
        await hold.ExecuteNonQueryAsync(Token);
        Task<JobLease> one = Store.AcquireAsync(first, "one", Token);
        Task<JobLease> two = Store.AcquireAsync(3, "two", Token);
        await using NpgsqlCommand waiting = database.CreateCommand($"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%{_schema}.shards%'");
        while (await waiting.ExecuteScalarAsync(Token) is not 2L) await Task.Yield();

        await held.CommitAsync(Token);
        using JobLease mine = await one, theirs = await two;

        Assert.NotEqual(mine.Epoch, theirs.Epoch);
        await Store.AddAsync(NewJob("job-1"), Token);
        Assert.Equal(JobWrite.Fenced, await Store.UpdateAsync(NewJob("job-1"), Math.Min(mine.Epoch, theirs.Epoch), Token));
    }

    [Fact]
    public async Task TheScript_IsAllThatIsNeeded()
    {
        string schema = $"jobs_{Guid.NewGuid():N}";
        await using (NpgsqlDataSource administrator = NpgsqlDataSource.Create(_database))
        {
            await using NpgsqlCommand script = administrator.CreateCommand(
                PostgreSqlJobs.CreateScript(schema) + $"CREATE ROLE {schema} LOGIN; GRANT USAGE ON SCHEMA {schema} TO {schema}; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {schema};");
            await script.ExecuteNonQueryAsync(Token);
        }

        string connection = new NpgsqlConnectionStringBuilder(_database) { Username = schema }.ConnectionString;
        await using PostgreSqlJobStore store = new(NpgsqlDataSource.Create(connection), schema, Log);
        await store.AddAsync(NewJob("job-1"), Token);
        using JobLease lease = await store.AcquireAsync(null, "one", Token);

        Assert.Equal(JobWrite.Stored, await store.UpdateAsync(NewJob("job-1") with { State = JobState.Submitting }, lease.Epoch, Token));
        Assert.Equal(0, await store.PurgeAsync(DateTimeOffset.MaxValue, 1, Token));
        await store.AddHintAsync("task-1", DateTimeOffset.UtcNow, Token);
        await store.RemoveHintsAsync(["task-1"], Token);
    }

    [Fact]
    public async Task TablesOfTheFirstVersion_AreBroughtUpToDate()
    {
        await ExecuteAsync($"CREATE SCHEMA {_schema}; CREATE TABLE {_schema}.version(version integer NOT NULL); INSERT INTO {_schema}.version VALUES(1); {PostgreSqlSchema.Step(1, _schema)}");
        await ExecuteAsync($"INSERT INTO {Table}(id, shard, state, not_before, version, request, data) VALUES('old', 3, {(int)JobState.Completed}, 0, 0, '{{}}', '{{}}'), ('open', 3, 0, 0, 0, '{{}}', '{{}}')");

        await Store.AddAsync(NewJob("job-1"), Token);

        // An end from before the column was there counts from the update on.
        Assert.Equal(0, await Store.PurgeAsync(DateTimeOffset.UtcNow.AddHours(-1), 10, Token));
        Assert.Equal(1, await Store.PurgeAsync(DateTimeOffset.UtcNow.AddHours(1), 10, Token));
    }

    [Fact]
    public async Task ASchemaOfANewerVersion_IsLeftAlone()
    {
        await Store.FindAsync("job-1", Token);
        await using NpgsqlDataSource database = NpgsqlDataSource.Create(_database);
        await using NpgsqlCommand newer = database.CreateCommand($"UPDATE {_schema}.version SET version = {PostgreSqlSchema.Version + 1}");
        await newer.ExecuteNonQueryAsync(Token);

        await using PostgreSqlJobStore store = NewStore();
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => store.FindAsync("job-1", Token));
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Jobs")]
    [InlineData("jobs; DROP TABLE x")]
    [InlineData("1jobs")]
    [InlineData("jobs\n")]
    public void AnOddSchema_IsRefused(string schema)
    {
        Assert.Throws<ArgumentException>(() => PostgreSqlJobs.CreateScript(schema));
        Assert.Throws<ArgumentException>(() => new EvolinkJobsOptions().UsePostgreSql("Host=db", schema));
    }

    [Theory]
    [InlineData("'NaN'")]
    [InlineData("1e200")]
    [InlineData("-7")]
    public async Task CreditsThatNoJobCosts_CountAsUnknown(string credits)
    {
        await _store.AddAsync(NewJob("spoiled") with { State = JobState.Running, TaskId = "task-1", Credits = 5 }, Token);
        await _store.AddAsync(NewJob("good") with { State = JobState.Running, TaskId = "task-2", Credits = 7 }, Token);
        await ExecuteAsync($"UPDATE {Table} SET credits = {credits} WHERE id = 'spoiled'");

        Assert.Equal(7, await _store.SumOpenCreditsAsync(Token));
    }

    private protected override async Task ExecuteAsync(string sql)
    {
        await using NpgsqlDataSource database = NpgsqlDataSource.Create(_database);
        await using NpgsqlCommand command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }

    private PostgreSqlJobStore NewStore() => new(NpgsqlDataSource.Create(_database), _schema, Log);
}
