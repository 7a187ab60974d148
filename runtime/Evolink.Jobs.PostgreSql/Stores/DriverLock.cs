using Npgsql;

namespace Evolink.Jobs.PostgreSql.Stores;

/// <summary>Keeps other processes from driving all jobs of a schema: a lock of a session, which the server lets go of when the connection ends, however it ends.</summary>
/// <remarks>Who loses the connection drives on until another has taken the lock; from then on its writes are refused by their epoch.</remarks>
internal sealed class DriverLock : IDisposable
{
    private readonly NpgsqlConnection _connection;

    private DriverLock(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Waits until nobody else drives.</summary>
    public static async Task<DriverLock> TakeAsync(NpgsqlDataSource database, string schema, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using NpgsqlCommand take = new("SELECT pg_advisory_lock(hashtextextended(@name, 0))", connection) { CommandTimeout = 0 };
            take.Parameters.AddWithValue("name", $"Evolink.Jobs:{schema}");
            await take.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
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
