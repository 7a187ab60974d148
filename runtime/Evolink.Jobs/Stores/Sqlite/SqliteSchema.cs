using System.Globalization;
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
        CREATE INDEX jobs_open ON jobs(state, not_before, shard, id) WHERE state < {(int)JobState.Completed};
        CREATE INDEX jobs_state ON jobs(state, sequence);
        CREATE TABLE shards(shard INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, owner TEXT);
        WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < {JobShards.Count - 1})
        INSERT INTO shards(shard, epoch) SELECT n, 0 FROM numbers;
        """,
    ];

    /// <summary>How far a database of this version of the package is.</summary>
    public static int Version => s_steps.Length;

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
