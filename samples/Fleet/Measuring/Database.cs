using System.Globalization;
using Evolink;
using Npgsql;

namespace FleetSample.Measuring;

/// <summary>What PostgreSQL says of the jobs, beside the jobs.</summary>
internal sealed class Database(Surroundings surroundings) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(surroundings.Postgres);

    /// <summary>How many shards a silo owns.</summary>
    public Task<long> CountShardsAsync(SiloProcess silo) => QueryAsync($"SELECT count(*) FROM {surroundings.Schema}.shards WHERE owner = '{silo.Owner}'");

    /// <summary>Transactions that the database has committed, reads included.</summary>
    public async Task<long> CountCommitsAsync()
    {
        // The server's counts lag behind by up to a second.
        await Task.Delay(TimeSpan.FromSeconds(2));
        return await QueryAsync("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()");
    }

    /// <summary>Transactions that have written: each takes a number of the server's.</summary>
    public Task<long> CountWritesAsync() => QueryAsync("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint");

    /// <summary>Stores ended jobs that look like one that has ended.</summary>
    public Task AddHistoryAsync(string like, int count) => QueryAsync(
        $"""
        WITH added AS (
            INSERT INTO {surroundings.Schema}.jobs(id, key, shard, state, not_before, credits, version, request, data)
            SELECT 'old-' || n, NULL, n % {JobShards.Count}, {(int)JobState.Completed}, not_before, credits, version, request, data FROM {surroundings.Schema}.jobs, generate_series(1, {count}) n WHERE id = '{like}' RETURNING 1)
        SELECT count(*) FROM added
        """);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<long> QueryAsync(string sql)
    {
        await using NpgsqlCommand command = _source.CreateCommand(sql);
        command.CommandTimeout = 600;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
