using System.Globalization;
using Evolink.Jobs.Stores.Rows;
using Npgsql;

namespace Evolink.Jobs.PostgreSql.Stores;

/// <summary>The tables, in a schema of their own, made and brought up to date when they are first used.</summary>
internal static class PostgreSqlSchema
{
    // Any number that no other program takes: who makes the tables keeps the others waiting by it.
    private const long MigrationLock = 0x45_56_4F_4A_4F_42_53;

    // One element a version. Those that have been released never change; a new one is added at the end.
    private static readonly Func<string, string>[] s_steps =
    [
        static schema => $"""
        CREATE TABLE {schema}.jobs(
            sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            id text NOT NULL UNIQUE,
            key text UNIQUE,
            shard integer NOT NULL,
            state integer NOT NULL,
            not_before bigint NOT NULL,
            credits numeric,
            version bigint NOT NULL,
            request text NOT NULL,
            data text NOT NULL
        );
        -- Only what is open: a million ended jobs make nothing slower.
        CREATE INDEX jobs_open ON {schema}.jobs(state, not_before, sequence) WHERE state < {(int)JobState.Completed};
        CREATE INDEX jobs_shard ON {schema}.jobs(shard, state, not_before, sequence) WHERE state < {(int)JobState.Completed};
        CREATE INDEX jobs_state ON {schema}.jobs(state, sequence);
        CREATE TABLE {schema}.shards(shard integer PRIMARY KEY, epoch bigint NOT NULL, owner text);
        INSERT INTO {schema}.shards(shard, epoch) SELECT n, 0 FROM generate_series(0, {JobShards.Count - 1}) n;
        """,
        static schema => $"""
        -- When a job ended, so that old ones are found to be deleted. Those that ended before this column was there count from now on.
        ALTER TABLE {schema}.jobs ADD COLUMN ended_at bigint;
        UPDATE {schema}.jobs SET ended_at = extract(epoch FROM clock_timestamp())::bigint * 10000000 + 621355968000000000 WHERE state >= {(int)JobState.Completed};
        CREATE INDEX jobs_ended ON {schema}.jobs(ended_at) WHERE {JobColumns.Purgeable};
        CREATE TABLE {schema}.hints(task_id text PRIMARY KEY, noted_at bigint NOT NULL);
        """,
    ];

    /// <summary>How far a database of this version of the package is.</summary>
    public static int Version => s_steps.Length;

    /// <summary>The statements that bring the tables to a version from the one before it.</summary>
    internal static string Step(int version, string schema) => s_steps[version - 1](schema);

    /// <summary>All that an empty database needs.</summary>
    public static string CreateScript(string schema) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        CREATE SCHEMA IF NOT EXISTS {schema};
        CREATE TABLE IF NOT EXISTS {schema}.version(version integer NOT NULL);
        {string.Concat(s_steps.Select(step => step(schema) + "\n"))}
        INSERT INTO {schema}.version VALUES({Version});
        """);

    /// <summary>Makes the tables, or brings them up to date.</summary>
    /// <exception cref="InvalidOperationException">A newer version of the package has written them.</exception>
    public static async Task MigrateAsync(NpgsqlDataSource database, string schema, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // Who has what is needed makes nothing, and so needs no right to.
            if (await ReadVersionAsync(connection, schema, cancellationToken).ConfigureAwait(false) == Version) return;
            NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({MigrationLock})"), cancellationToken).ConfigureAwait(false);
                int version = await ReadVersionAsync(connection, schema, cancellationToken).ConfigureAwait(false);
                if (version > Version)
                {
                    throw new InvalidOperationException($"The schema '{schema}' was written by a newer version of Evolink.Jobs.PostgreSql (version {version}, known are up to {Version}).");
                }

                if (version == 0) await ExecuteAsync(connection, $"CREATE SCHEMA IF NOT EXISTS {schema}; CREATE TABLE IF NOT EXISTS {schema}.version(version integer NOT NULL)", cancellationToken).ConfigureAwait(false);
                for (int step = version; step < Version; step++) await ExecuteAsync(connection, s_steps[step](schema), cancellationToken).ConfigureAwait(false);
                await ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"DELETE FROM {schema}.version; INSERT INTO {schema}.version VALUES({Version})"), cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<int> ReadVersionAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        // A query like any other, which sees what was committed while this process waited. to_regclass may still remember that there was none.
        using NpgsqlCommand exists = new($"SELECT EXISTS(SELECT FROM pg_catalog.pg_tables WHERE schemaname = '{schema}' AND tablename = 'version')", connection);
        if (await exists.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not true) return 0;
        using NpgsqlCommand read = new($"SELECT coalesce(max(version), 0) FROM {schema}.version", connection);
        return Convert.ToInt32(await read.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // A step may go through millions of rows, and waiting for whoever is at it already takes as long: a limit that is good for a write would break it off every time.
        using NpgsqlCommand command = new(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
