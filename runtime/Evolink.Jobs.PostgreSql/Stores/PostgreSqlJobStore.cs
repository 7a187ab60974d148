using System.Globalization;
using System.Runtime.CompilerServices;
using Evolink.Jobs.Model;
using Evolink.Jobs.Stores.Rows;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Evolink.Jobs.PostgreSql.Stores;

/// <summary>Jobs in PostgreSQL, which processes on any number of machines read and write.</summary>
internal sealed class PostgreSqlJobStore(NpgsqlDataSource database, string schema, ILogger logger) : IJobStore, IAsyncDisposable
{
    private const int PageSize = 200;

    private static readonly string s_open = $"state < {(int)JobState.Completed}";
    private readonly SemaphoreSlim _migration = new(1);
    private readonly string _select = $"SELECT {JobRow.Columns} FROM {schema}.jobs";

    // Npgsql has no clock of its own; how long a row rests needs no other.
    private readonly UnreadableJobs _unreadable = new(logger, TimeProvider.System);
    private bool _isMigrated;

    /// <remarks>All shards are one process's at a time, for as long as its connection lasts; a single shard is whoever's that takes it.</remarks>
    public async Task<JobLease> AcquireAsync(int? shard, string owner, CancellationToken cancellationToken)
    {
        await MigrateAsync(cancellationToken).ConfigureAwait(false);
        IDisposable? held = shard is null ? await DriverLock.TakeAsync(database, schema, cancellationToken).ConfigureAwait(false) : null;
        try
        {
            // Locked before they are read: of two that take a shard at once the second counts on from the first, and no epoch is given twice.
            using NpgsqlCommand take = database.CreateCommand(
                $"""
                WITH known AS (SELECT epoch FROM {schema}.shards WHERE @shard IS NULL OR shard = @shard ORDER BY shard FOR UPDATE),
                     newest AS (SELECT max(epoch) + 1 AS epoch FROM known),
                     taken AS (UPDATE {schema}.shards SET owner = @owner, epoch = newest.epoch FROM newest WHERE @shard IS NULL OR shard = @shard RETURNING shards.epoch)
                SELECT max(epoch) FROM taken
                """);
            Add(take, "shard", NpgsqlDbType.Integer, shard);
            Add(take, "owner", NpgsqlDbType.Text, owner);
            return new JobLease(Convert.ToInt64(await take.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture), held);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    public async Task<GenerationJob> AddAsync(GenerationJob job, CancellationToken cancellationToken)
    {
        await MigrateAsync(cancellationToken).ConfigureAwait(false);
        using NpgsqlCommand insert = database.CreateCommand(
            $"""
            INSERT INTO {schema}.jobs(id, key, shard, state, not_before, ended_at, credits, version, request, data)
            VALUES(@id, @key, @shard, @state, @not_before, @ended_at, @credits, @version, @request, @data) ON CONFLICT (key) DO NOTHING
            """);
        AddValues(insert, job);
        Add(insert, "key", NpgsqlDbType.Text, job.Key);
        Add(insert, "shard", NpgsqlDbType.Integer, job.Shard);
        Add(insert, "version", NpgsqlDbType.Bigint, job.Version);
        Add(insert, "request", NpgsqlDbType.Text, job.Request);
        while (true)
        {
            if (await insert.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 1) return job;
            if (await FindByKeyAsync(job.Key!, cancellationToken).ConfigureAwait(false) is { } known) return known;

            // The one that had the key was deleted in between.
        }
    }

    public async Task<JobWrite> UpdateAsync(GenerationJob job, long? epoch, CancellationToken cancellationToken)
    {
        await MigrateAsync(cancellationToken).ConfigureAwait(false);

        // The shard's row is held while the job is written: who takes the shard meanwhile waits, and a write that began before it has ended then.
        using NpgsqlCommand update = database.CreateCommand(
            $"""
            WITH lease AS (SELECT epoch FROM {schema}.shards WHERE shard = @shard FOR SHARE),
                 written AS (
                     UPDATE {schema}.jobs SET state = @state, not_before = @not_before, ended_at = @ended_at, credits = @credits, version = version + 1, data = @data
                     WHERE id = @id AND version = @version AND (@epoch IS NULL OR @epoch = (SELECT epoch FROM lease)) RETURNING 1)
            SELECT (SELECT count(*) FROM written), (SELECT epoch FROM lease)
            """);
        AddValues(update, job);
        Add(update, "shard", NpgsqlDbType.Integer, job.Shard);
        Add(update, "version", NpgsqlDbType.Bigint, job.Version);
        Add(update, "epoch", NpgsqlDbType.Bigint, epoch);
        NpgsqlDataReader reader = await update.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (reader.GetInt64(0) == 1) return JobWrite.Stored;
            return epoch is { } named && reader.GetInt64(1) != named ? JobWrite.Fenced : JobWrite.Conflict;
        }
    }

    public Task<GenerationJob?> FindAsync(string id, CancellationToken cancellationToken) => FindOneAsync("id", id, cancellationToken);

    public async Task<IReadOnlyList<GenerationJob>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        using NpgsqlCommand command = database.CreateCommand($"{_select} WHERE id = ANY(@ids)");
        Add(command, "ids", NpgsqlDbType.Array | NpgsqlDbType.Text, ids.ToArray());
        return _unreadable.Read(await ReadAsync(command, static reader => JobRow.From(reader), cancellationToken).ConfigureAwait(false));
    }

    public Task<GenerationJob?> FindByKeyAsync(string key, CancellationToken cancellationToken) => FindOneAsync("key", key, cancellationToken);

    public async Task<IReadOnlyList<GenerationJob>> FindDueAsync(IReadOnlyCollection<int>? shards, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            using NpgsqlCommand command = database.CreateCommand(
                $"{_select} WHERE {s_open} AND state = {(int)JobState.Queued} AND not_before <= @now {OfShards(shards)} AND id <> ALL(@resting) ORDER BY not_before, sequence LIMIT @limit");
            Add(command, "now", NpgsqlDbType.Bigint, now.UtcTicks);
            Add(command, "shards", NpgsqlDbType.Array | NpgsqlDbType.Integer, shards?.ToArray());
            Add(command, "resting", NpgsqlDbType.Array | NpgsqlDbType.Text, _unreadable.Resting);
            Add(command, "limit", NpgsqlDbType.Integer, limit);
            List<JobRow> rows = await ReadAsync(command, static reader => JobRow.From(reader), cancellationToken).ConfigureAwait(false);
            List<GenerationJob> jobs = _unreadable.Read(rows);

            // What cannot be read rests from now on, and no longer stands before the others.
            if (jobs.Count > 0 || rows.Count < limit) return jobs;
        }
    }

    public async Task<IReadOnlyList<OpenJob>> FindOpenAsync(IReadOnlyCollection<int>? shards, CancellationToken cancellationToken)
    {
        using NpgsqlCommand command = database.CreateCommand(
            $"SELECT id, state FROM {schema}.jobs WHERE {s_open} AND state IN ({(int)JobState.Submitting}, {(int)JobState.Running}, {(int)JobState.Saving}) {OfShards(shards)}");
        Add(command, "shards", NpgsqlDbType.Array | NpgsqlDbType.Integer, shards?.ToArray());
        return await ReadAsync(command, static reader => new OpenJob(reader.GetString(0), (JobState)reader.GetInt32(1)), cancellationToken).ConfigureAwait(false);
    }

    public async Task<decimal> SumOpenCreditsAsync(CancellationToken cancellationToken)
    {
        // A numeric column takes NaN and numbers that decimal has no room for; no job costs so much.
        using NpgsqlCommand command = database.CreateCommand(
            $"SELECT coalesce(sum(credits) FILTER (WHERE credits BETWEEN 0 AND 1e15), 0) FROM {schema}.jobs WHERE {s_open} AND state IN ({(int)JobState.Submitting}, {(int)JobState.Running})");
        return (await ReadAsync(command, static reader => reader.GetDecimal(0), cancellationToken).ConfigureAwait(false))[0];
    }

    public async IAsyncEnumerable<GenerationJob> ListAsync(JobState? state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long after = 0;
        while (true)
        {
            using NpgsqlCommand command = database.CreateCommand($"{_select} WHERE sequence > @after {(state is null ? "" : "AND state = @state")} ORDER BY sequence LIMIT {PageSize}");
            Add(command, "after", NpgsqlDbType.Bigint, after);
            Add(command, "state", NpgsqlDbType.Integer, (int?)state);
            List<JobRow> page = await ReadAsync(command, static reader => JobRow.From(reader), cancellationToken).ConfigureAwait(false);
            foreach (GenerationJob job in _unreadable.Read(page)) yield return job;
            if (page.Count < PageSize) yield break;
            after = page[^1].Sequence;
        }
    }

    public async Task<JobCounts> CountAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        using NpgsqlCommand command = database.CreateCommand(
            $"SELECT state, count(*)::integer, min(not_before) FILTER (WHERE state = {(int)JobState.Queued} AND not_before <= @now) FROM {schema}.jobs WHERE {JobColumns.Counted} GROUP BY state");
        Add(command, "now", NpgsqlDbType.Bigint, now.UtcTicks);
        List<(JobState State, int Count, long? Oldest)> counts = await ReadAsync(
            command, static reader => ((JobState)reader.GetInt32(0), reader.GetInt32(1), reader.IsDBNull(2) ? (long?)null : reader.GetInt64(2)), cancellationToken).ConfigureAwait(false);
        return new JobCounts
        {
            ByState = counts.ToDictionary(static count => count.State, static count => count.Count),
            OldestDue = counts.Find(static count => count.State == JobState.Queued).Oldest is { } ticks ? JobColumns.ToTime(ticks) : null,
        };
    }

    public Task<int> PurgeAsync(DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken) => ExecuteAsync(
        $"""
        DELETE FROM {schema}.jobs WHERE sequence IN (
            SELECT sequence FROM {schema}.jobs WHERE {JobColumns.Purgeable} AND ended_at < @before ORDER BY ended_at LIMIT @limit FOR UPDATE SKIP LOCKED)
        """,
        command =>
        {
            Add(command, "before", NpgsqlDbType.Bigint, endedBefore.UtcTicks);
            Add(command, "limit", NpgsqlDbType.Integer, limit);
        },
        cancellationToken);

    public Task AddHintAsync(string taskId, DateTimeOffset now, CancellationToken cancellationToken) => !IsText(taskId) ? Task.CompletedTask : ExecuteAsync(
        $"""
        WITH old AS (DELETE FROM {schema}.hints WHERE noted_at < @old AND task_id <> @task)
        INSERT INTO {schema}.hints(task_id, noted_at) VALUES(@task, @now) ON CONFLICT (task_id) DO UPDATE SET noted_at = excluded.noted_at
        """,
        command =>
        {
            Add(command, "old", NpgsqlDbType.Bigint, (now - JobColumns.HintLifetime).UtcTicks);
            Add(command, "task", NpgsqlDbType.Text, taskId);
            Add(command, "now", NpgsqlDbType.Bigint, now.UtcTicks);
        },
        cancellationToken);

    public async Task<IReadOnlyList<string>> FindHintsAsync(IReadOnlyCollection<string> taskIds, CancellationToken cancellationToken)
    {
        using NpgsqlCommand command = database.CreateCommand($"SELECT task_id FROM {schema}.hints WHERE task_id = ANY(@tasks)");
        Add(command, "tasks", NpgsqlDbType.Array | NpgsqlDbType.Text, taskIds.Where(IsText).ToArray());
        return await ReadAsync(command, static reader => reader.GetString(0), cancellationToken).ConfigureAwait(false);
    }

    public Task RemoveHintsAsync(IReadOnlyCollection<string> taskIds, CancellationToken cancellationToken) => ExecuteAsync(
        $"DELETE FROM {schema}.hints WHERE task_id = ANY(@tasks)", command => Add(command, "tasks", NpgsqlDbType.Array | NpgsqlDbType.Text, taskIds.ToArray()), cancellationToken);

    public async Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken)
    {
        using NpgsqlCommand command = database.CreateCommand("SELECT clock_timestamp()");
        return (await ReadAsync(command, static reader => reader.GetFieldValue<DateTimeOffset>(0), cancellationToken).ConfigureAwait(false))[0];
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync().ConfigureAwait(false);
        _migration.Dispose();
    }

    // PostgreSQL has no text with a NUL in it, and refuses the whole statement. A task with such an id ends by its polls.
    private static bool IsText(string taskId) => !taskId.Contains('\0', StringComparison.Ordinal);

    private static string OfShards(IReadOnlyCollection<int>? shards) => shards is null ? "" : "AND shard = ANY(@shards)";

    private static void AddValues(NpgsqlCommand command, GenerationJob job)
    {
        Add(command, "id", NpgsqlDbType.Text, job.Id);
        Add(command, "state", NpgsqlDbType.Integer, (int)job.State);
        Add(command, "not_before", NpgsqlDbType.Bigint, job.NotBefore.UtcTicks);
        Add(command, "ended_at", NpgsqlDbType.Bigint, job.EndedAt?.UtcTicks);
        Add(command, "credits", NpgsqlDbType.Numeric, job.Credits);
        Add(command, "data", NpgsqlDbType.Text, JobJson.Write(job));
    }

    private static void Add(NpgsqlCommand command, string name, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter(name, type) { Value = value ?? DBNull.Value });

    private async Task<GenerationJob?> FindOneAsync(string column, string value, CancellationToken cancellationToken)
    {
        using NpgsqlCommand command = database.CreateCommand($"{_select} WHERE {column} = @value");
        Add(command, "value", NpgsqlDbType.Text, value);
        return await ReadAsync(command, static reader => JobRow.From(reader), cancellationToken).ConfigureAwait(false) is [var row] ? row.Read() : null;
    }

    private async Task<int> ExecuteAsync(string sql, Action<NpgsqlCommand> addValues, CancellationToken cancellationToken)
    {
        await MigrateAsync(cancellationToken).ConfigureAwait(false);
        using NpgsqlCommand command = database.CreateCommand(sql);
        addValues(command);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await MigrateAsync(cancellationToken).ConfigureAwait(false);
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            List<T> rows = [];
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) rows.Add(read(reader));
            return rows;
        }
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _isMigrated)) return;
        await _migration.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isMigrated) await PostgreSqlSchema.MigrateAsync(database, schema, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _isMigrated, true);
        }
        finally
        {
            _migration.Release();
        }
    }
}
