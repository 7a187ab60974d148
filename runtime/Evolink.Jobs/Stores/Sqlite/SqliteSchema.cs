using System.Globalization;
using Evolink.Jobs.Stores.Rows;
using Microsoft.Data.Sqlite;

namespace Evolink.Jobs.Stores.Sqlite;

/// <summary>The tables, made and brought up to date when a database is opened. The database counts in <c>user_version</c> how far it is.</summary>
internal static class SqliteSchema
{
    // One element a version. Those that have been released never change; a new one is added at the end.
    private static readonly string[] s_steps =
    [
        $"""
        CREATE TABLE jobs(
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            key TEXT UNIQUE,
            shard INTEGER NOT NULL,
            state INTEGER NOT NULL,
            not_before INTEGER NOT NULL,
            credits TEXT,
            version INTEGER NOT NULL,
            request TEXT NOT NULL,
            data TEXT NOT NULL
        );
        -- Only what is open: a million ended jobs make nothing slower.
        CREATE INDEX jobs_open ON jobs(state, not_before) WHERE state < {(int)JobState.Completed};
        CREATE INDEX jobs_state ON jobs(state, sequence);
        CREATE TABLE shards(shard INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, owner TEXT);
        WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < {JobShards.Count - 1})
        INSERT INTO shards(shard, epoch) SELECT n, 0 FROM numbers;
        """,
        $"""
        -- When a job ended, so that old ones are found to be deleted. Those that ended before this column was there count from now on.
        ALTER TABLE jobs ADD COLUMN ended_at INTEGER;
        UPDATE jobs SET ended_at = CAST(strftime('%s', 'now') AS INTEGER) * 10000000 + 621355968000000000 WHERE state >= {(int)JobState.Completed};
        CREATE INDEX jobs_ended ON jobs(ended_at) WHERE {JobColumns.Purgeable};
        CREATE TABLE hints(task_id TEXT PRIMARY KEY, noted_at INTEGER NOT NULL);
        """,
    ];

    /// <summary>How far a database of this version of the package is.</summary>
    public static int Version => s_steps.Length;

    /// <summary>The statements that bring the tables to a version from the one before it.</summary>
    internal static string Step(int version) => s_steps[version - 1];

    /// <summary>Makes the tables, or brings them up to date.</summary>
    /// <exception cref="InvalidOperationException">A newer version of the package has written the database.</exception>
    public static void Migrate(SqliteConnection connection)
    {
        if (ReadVersion(connection) == Version) return;
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        int version = ReadVersion(connection);
        if (version > Version)
        {
            throw new InvalidOperationException($"The database '{connection.DataSource}' was written by a newer version of Evolink.Jobs (schema {version}, known are up to {Version}).");
        }

        for (; version < Version; version++) Execute(connection, s_steps[version]);
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"));
        transaction.Commit();
    }

    /// <summary>Runs statements that have no values.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static int ReadVersion(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
