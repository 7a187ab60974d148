using Npgsql;

namespace Evolink.Jobs.PostgreSql.Stores;

/// <summary>Keeps other processes from driving all jobs of a schema: a lock of a session, which the server lets go of when the connection ends, however it ends.</summary>
/// <remarks>Who loses the connection drives on until another has taken the lock; from then on its writes are refused by their epoch.</remarks>
internal sealed class DriverLock : IDisposable
{
    // How long another process waits at most when the lock has become free. Npgsql has no clock of its own, and this waits as it does.
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    private readonly NpgsqlConnection _connection;

    private DriverLock(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Waits until nobody else drives.</summary>
    /// <remarks>
    /// It asks again and again: a question that stood in the server would wait for ever on a connection that has died silently. And the server is to notice within
    /// half a minute that the machine of whoever holds the lock is gone, where its own settings would have it wait for hours.
    /// </remarks>
    public static async Task<DriverLock> TakeAsync(NpgsqlDataSource database, string schema, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using NpgsqlCommand probe = new("SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 4", connection);
            await probe.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            using NpgsqlCommand take = new("SELECT pg_try_advisory_lock(hashtextextended(@name, 0))", connection);
            take.Parameters.AddWithValue("name", $"Evolink.Jobs:{schema}");
            while (await take.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not true) await Task.Delay(s_interval, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            return new DriverLock(connection);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public void Dispose()
    {
        try
        {
            // At once: in the pool a connection keeps its locks until somebody needs it.
            using NpgsqlCommand release = new("SELECT pg_advisory_unlock_all()", _connection);
            release.ExecuteNonQuery();
        }
        catch (Exception broken) when (broken is NpgsqlException or InvalidOperationException)
        {
            // The connection has ended, and with it the lock.
        }

        _connection.Dispose();
    }
}
