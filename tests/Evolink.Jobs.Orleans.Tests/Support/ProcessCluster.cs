using System.Collections.Concurrent;
using System.Globalization;
using Evolink.Servers;
using Npgsql;

namespace Evolink.Jobs.Orleans.Tests.Support;

/// <summary>Silos as processes, with PostgreSQL and Redis, and a service with a ledger.</summary>
internal sealed class ProcessCluster : IAsyncDisposable
{
    private readonly List<SiloProcess> _silos = [];
    private readonly NpgsqlDataSource _database;
    private readonly string _postgres;
    private readonly string _redis;
    private readonly ConcurrentDictionary<string, int> _sends;
    private readonly string _name = $"fleet_{Guid.NewGuid():N}";

    private ProcessCluster(EvolinkSimulator simulator, string postgres, string redis, ConcurrentDictionary<string, int> sends)
    {
        (Simulator, _postgres, _redis, _sends, _database) = (simulator, postgres, redis, sends, NpgsqlDataSource.Create(postgres));
        Client = CreateClient();
    }

    public EvolinkSimulator Simulator { get; }

    /// <summary>How often each key was sent, charged or not.</summary>
    public IReadOnlyDictionary<string, int> Sends => _sends;

    public JobClient Client { get; }

    public static async Task<ProcessCluster> CreateAsync(PostgresServer postgres, RedisServer redis)
    {
        Switches.SkipIfTooBusy();
        (string database, string address) = (await postgres.GetConnectionStringAsync(), await redis.GetAddressAsync());
        ConcurrentDictionary<string, int> sends = new();
        SimulatorOptions options = new()
        {
            PendingFor = TimeSpan.FromMilliseconds(50),
            ProcessingFor = TimeSpan.FromMilliseconds(400),
            HonoursIdempotencyKeys = true,
            Faults = request =>
            {
                if (request.Kind == RequestKind.Create) sends.AddOrUpdate(request.IdempotencyKey!, 1, static (_, count) => count + 1);
                return null;
            },
        };
        ProcessCluster cluster = new(await EvolinkSimulator.StartAsync(options, TestContext.Current.CancellationToken), database, address, sends);

        // Makes the tables, which are looked into from outside as well.
        await cluster.Client.Store.FindAsync("none", TestContext.Current.CancellationToken);
        return cluster;
    }

    public JobClient CreateClient(TimeProvider? clock = null) => new(Simulator, jobs => jobs.UsePostgreSql(_postgres, _name), clock);

    public async Task<SiloProcess> StartSiloAsync(params (string Name, string Value)[] more)
    {
        SiloProcess silo = await SiloProcess.StartAsync(
            [("redis", _redis), ("cluster", _name), ("postgres", _postgres), ("schema", _name), ("service", Simulator.BaseAddress.ToString()), ("key", Simulator.ApiKey), .. more]);
        _silos.Add(silo);
        return silo;
    }

    /// <summary>How many shards a silo owns, as the store has it.</summary>
    public async Task<int> CountShardsAsync(SiloProcess silo)
    {
        await using NpgsqlCommand count = _database.CreateCommand($"SELECT count(*) FROM {_name}.shards WHERE owner = $1");
        count.Parameters.AddWithValue(silo.Owner);
        return Convert.ToInt32(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>Waits until these silos share all shards between them, and each has its share.</summary>
    public Task UntilSharedAsync(params SiloProcess[] silos) => JobClient.UntilAsync(async () =>
    {
        int[] shares = await Task.WhenAll(silos.Select(CountShardsAsync));
        return shares.Sum() == JobShards.Count && shares.All(share => share > JobShards.Count / silos.Length / 2);
    });

    public async ValueTask DisposeAsync()
    {
        foreach (SiloProcess silo in _silos) await silo.DisposeAsync();
        Client.Dispose();
        await _database.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
