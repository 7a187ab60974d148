using System.Globalization;
using System.Runtime.CompilerServices;
using Evolink.Jobs.Stores.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Evolink.Jobs.Stores.Sqlite;

/// <summary>Jobs in one SQLite file in WAL mode, which every process of the machine may read and write, and one drives.</summary>
internal sealed class SqliteJobStore(string path, TimeProvider time, ILogger logger) : IJobStore, IAsyncDisposable
{
    private const int PageSize = 200;

    private static readonly TimeSpan s_lockInterval = TimeSpan.FromSeconds(0.5);

    // SQLite takes one writer at a time; so does this, and nobody waits on a thread for another of the same process.
    private readonly SemaphoreSlim _room = new(1);
    private readonly UnreadableJobs _unreadable = new(logger, time);
    private SqliteConnection? _connection;

    /// <summary>The file, as a whole path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <remarks>All shards are one process's at a time, by a lock file that the system lets go of when the process dies, however it dies. A single shard is whoever's that takes it.</remarks>
    public async Task<JobLease> AcquireAsync(int? shard, string owner, CancellationToken cancellationToken)
    {
        FileStream? held = shard is null ? await LockAsync(cancellationToken).ConfigureAwait(false) : null;
        try
        {
            return new JobLease(await RunAsync(connection => TakeEpoch(connection, shard, owner), cancellationToken).ConfigureAwait(false), held);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    public Task<GenerationJob> AddAsync(GenerationJob job, CancellationToken cancellationToken) => RunAsync(
        connection =>
        {
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
            if (job.Key is { } key && Query(connection, $"{SqliteRows.Select} WHERE key = $key", ("$key", key)) is [var known]) return known.Read();
            using SqliteCommand command = Command(
                connection,
                "INSERT INTO jobs(id, key, shard, state, not_before, ended_at, credits, version, request, data) VALUES($id, $key, $shard, $state, $not_before, $ended_at, $credits, $version, $request, $data)",
                [.. SqliteRows.Values(job), ("$key", job.Key), ("$shard", job.Shard), ("$version", job.Version), ("$request", job.Request)]);
            command.ExecuteNonQuery();
            transaction.Commit();
            return job;
        },
        cancellationToken);

    public Task<JobWrite> UpdateAsync(GenerationJob job, long? epoch, CancellationToken cancellationToken) => RunAsync(
        connection =>
        {
            using SqliteCommand command = Command(
                connection,
                """
                UPDATE jobs SET state = $state, not_before = $not_before, ended_at = $ended_at, credits = $credits, version = version + 1, data = $data
                WHERE id = $id AND version = $version AND ($epoch IS NULL OR $epoch = (SELECT epoch FROM shards WHERE shard = jobs.shard))
                """,
                [.. SqliteRows.Values(job), ("$version", job.Version), ("$epoch", epoch)]);
            if (command.ExecuteNonQuery() == 1) return JobWrite.Stored;
            using SqliteCommand present = Command(connection, "SELECT epoch FROM shards WHERE shard = $shard", ("$shard", job.Shard));
            return epoch is { } named && Convert.ToInt64(present.ExecuteScalar(), CultureInfo.InvariantCulture) != named ? JobWrite.Fenced : JobWrite.Conflict;
        },
        cancellationToken);

    public Task<GenerationJob?> FindAsync(string id, CancellationToken cancellationToken) =>
        RunAsync(connection => Query(connection, $"{SqliteRows.Select} WHERE id = $id", ("$id", id)) is [var row] ? row.Read() : null, cancellationToken);

    public Task<IReadOnlyList<GenerationJob>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => RunAsync<IReadOnlyList<GenerationJob>>(
        connection => _unreadable.Read(Query(connection, $"{SqliteRows.Select} WHERE id IN (SELECT value FROM json_each($ids))", ("$ids", SqliteRows.List(ids)))),
        cancellationToken);

    public Task<GenerationJob?> FindByKeyAsync(string key, CancellationToken cancellationToken) =>
        RunAsync(connection => Query(connection, $"{SqliteRows.Select} WHERE key = $key", ("$key", key)) is [var row] ? row.Read() : null, cancellationToken);

    public Task<IReadOnlyList<GenerationJob>> FindDueAsync(IReadOnlyCollection<int>? shards, DateTimeOffset now, int limit, CancellationToken cancellationToken) => RunAsync<IReadOnlyList<GenerationJob>>(
        connection =>
        {
            while (true)
            {
                List<JobRow> rows = Query(connection, SqliteRows.Due, ("$now", now.UtcTicks), ("$shards", SqliteRows.List(shards)), ("$resting", SqliteRows.List(_unreadable.Resting)), ("$limit", limit));
                List<GenerationJob> jobs = _unreadable.Read(rows);

                // What cannot be read rests from now on, and no longer stands before the others.
                if (jobs.Count > 0 || rows.Count < limit) return jobs;
            }
        },
        cancellationToken);

    public Task<IReadOnlyList<OpenJob>> FindOpenAsync(IReadOnlyCollection<int>? shards, CancellationToken cancellationToken) => RunAsync<IReadOnlyList<OpenJob>>(
        connection =>
        {
            using SqliteCommand command = Command(connection, SqliteRows.Open, ("$shards", SqliteRows.List(shards)));
            using SqliteDataReader reader = command.ExecuteReader();
            List<OpenJob> open = [];
            while (reader.Read()) open.Add(new OpenJob(reader.GetString(0), (JobState)reader.GetInt32(1)));
            return open;
        },
        cancellationToken);

    public Task<decimal> SumOpenCreditsAsync(CancellationToken cancellationToken) => RunAsync(
        connection =>
        {
            using SqliteCommand command = Command(connection, SqliteRows.OpenCredits);
            using SqliteDataReader reader = command.ExecuteReader();
            decimal sum = 0;
            while (reader.Read())
            {
                if (decimal.TryParse(reader.GetValue(1) as string, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal credits)) sum += credits;
                else _unreadable.Report(new EvolinkJobUnreadableException(reader.GetString(0), "credits", "is no number"));
            }

            return sum;
        },
        cancellationToken);

    public async IAsyncEnumerable<GenerationJob> ListAsync(JobState? state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long after = 0;
        while (true)
        {
            List<JobRow> page = await RunAsync(connection => Page(connection, state, after), cancellationToken).ConfigureAwait(false);
            foreach (GenerationJob job in _unreadable.Read(page)) yield return job;
            if (page.Count < PageSize) yield break;
            after = page[^1].Sequence;
        }
    }

    public Task<JobCounts> CountAsync(DateTimeOffset now, CancellationToken cancellationToken) => RunAsync(
        connection =>
        {
            Dictionary<JobState, int> byState = [];
            long? oldest = null;
            using SqliteCommand command = Command(
                connection,
                $"SELECT state, count(*), min(not_before) FILTER (WHERE state = {(int)JobState.Queued} AND not_before <= $now) FROM jobs WHERE {JobColumns.Counted} GROUP BY state",
                ("$now", now.UtcTicks));
            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                byState[(JobState)reader.GetInt32(0)] = reader.GetInt32(1);
                if (!reader.IsDBNull(2)) oldest = reader.GetInt64(2);
            }

            return new JobCounts { ByState = byState, OldestDue = oldest is { } ticks ? JobColumns.ToTime(ticks) : null };
        },
        cancellationToken);

    public Task<int> PurgeAsync(DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken) => RunAsync(
        connection => Execute(connection, $"DELETE FROM jobs WHERE sequence IN ({SqliteRows.Old})", ("$before", endedBefore.UtcTicks), ("$limit", limit)),
        cancellationToken);

    public Task AddHintAsync(string taskId, DateTimeOffset now, CancellationToken cancellationToken) => RunAsync(
        connection => Execute(
            connection,
            "DELETE FROM hints WHERE noted_at < $old; INSERT INTO hints(task_id, noted_at) VALUES($task, $now) ON CONFLICT(task_id) DO UPDATE SET noted_at = excluded.noted_at",
            ("$old", (now - JobColumns.HintLifetime).UtcTicks), ("$task", taskId), ("$now", now.UtcTicks)),
        cancellationToken);

    public Task<IReadOnlyList<string>> FindHintsAsync(IReadOnlyCollection<string> taskIds, CancellationToken cancellationToken) => RunAsync<IReadOnlyList<string>>(
        connection =>
        {
            using SqliteCommand command = Command(connection, "SELECT task_id FROM hints WHERE task_id IN (SELECT value FROM json_each($tasks))", ("$tasks", SqliteRows.List(taskIds)));
            using SqliteDataReader reader = command.ExecuteReader();
            List<string> found = [];
            while (reader.Read()) found.Add(reader.GetString(0));
            return found;
        },
        cancellationToken);

    public Task RemoveHintsAsync(IReadOnlyCollection<string> taskIds, CancellationToken cancellationToken) => RunAsync(
        connection => Execute(connection, "DELETE FROM hints WHERE task_id IN (SELECT value FROM json_each($tasks))", ("$tasks", SqliteRows.List(taskIds))),
        cancellationToken);

    public Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) => Task.FromResult(time.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await _room.WaitAsync().ConfigureAwait(false);
        if (_connection is not null) await _connection.DisposeAsync().ConfigureAwait(false);
        _connection = null;
        _room.Release();
    }

    private static long TakeEpoch(SqliteConnection connection, int? shard, string owner)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        using SqliteCommand take = Command(
            connection,
            """
            UPDATE shards SET owner = $owner, epoch = 1 + (SELECT max(epoch) FROM shards WHERE $shard IS NULL OR shard = $shard) WHERE $shard IS NULL OR shard = $shard;
            SELECT max(epoch) FROM shards WHERE $shard IS NULL OR shard = $shard;
            """,
            ("$owner", owner), ("$shard", shard));
        long epoch = Convert.ToInt64(take.ExecuteScalar(), CultureInfo.InvariantCulture);
        transaction.Commit();
        return epoch;
    }

    private static List<JobRow> Page(SqliteConnection connection, JobState? state, long after) => Query(
        connection,
        $"{SqliteRows.Select} WHERE sequence > $after {(state is null ? "" : "AND state = $state")} ORDER BY sequence LIMIT {PageSize}",
        ("$after", after), ("$state", (int?)state));

    private static List<JobRow> Query(SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        using SqliteCommand command = Command(connection, sql, values);
        using SqliteDataReader reader = command.ExecuteReader();
        List<JobRow> rows = [];
        while (reader.Read()) rows.Add(JobRow.From(reader));
        return rows;
    }

    private static int Execute(SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        using SqliteCommand command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    private async Task<T> RunAsync<T>(Func<SqliteConnection, T> run, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return run(_connection ??= Open());
        }
        finally
        {
            _room.Release();
        }
    }

    private SqliteConnection Open()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);

        // No pool: a connection that is closed lets the file go, as a test or an update of the program expects.
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        try
        {
            connection.Open();

            // FULL: what is written is on the disk before anything is sent, so that not even a power cut sends a job twice.
            SqliteSchema.Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            SqliteSchema.Migrate(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // What .NET gives for a file that somebody else holds: on Windows a sharing violation, elsewhere EWOULDBLOCK of flock, whose number is not the same everywhere. Anything else no waiting cures.
    private static bool IsTaken(IOException failure) =>
        failure.HResult == (OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : OperatingSystem.IsLinux() || OperatingSystem.IsAndroid() ? 11 : 35);

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        while (true)
        {
            try
            {
                return new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException failure) when (IsTaken(failure))
            {
                await Task.Delay(s_lockInterval, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
