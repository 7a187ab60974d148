using System.Net;
using Evolink.Jobs.Running;
using Evolink.Jobs.Stores;
using Evolink.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Evolink.Jobs.Orleans.Tests.Support;

/// <summary>Silos in this process that find each other by the first of them, and share a store in memory or another one.</summary>
internal sealed class LocalCluster : IAsyncDisposable
{
    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly Action<EvolinkJobsOptions> _configure;
    private readonly List<IHost> _silos = [];
    private IPEndPoint? _primary;

    private LocalCluster(EvolinkSimulator simulator, Action<EvolinkJobsOptions>? configure)
    {
        Simulator = simulator;
        InMemoryJobStore store = new(TimeProvider.System);
        _configure = jobs =>
        {
            jobs.UseStore(_ => store).UseModels(EvolinkModels.Catalogue);
            jobs.SubmissionsPerSecond = 1000;
            configure?.Invoke(jobs);
        };
        Client = new JobClient(simulator, _configure);
    }

    public EvolinkSimulator Simulator { get; }

    public JobClient Client { get; }

    public static async Task<LocalCluster> StartAsync(int silos, Action<EvolinkJobsOptions>? configure = null, SimulatorOptions? options = null)
    {
        Switches.SkipIfTooBusy();
        LocalCluster cluster = new(
            await EvolinkSimulator.StartAsync(options ?? new SimulatorOptions { PendingFor = TimeSpan.FromMilliseconds(20), ProcessingFor = TimeSpan.FromMilliseconds(200) }, TestContext.Current.CancellationToken), configure);
        for (int silo = 0; silo < silos; silo++) await cluster.StartSiloAsync();
        return cluster;
    }

    /// <summary>Starts one more silo.</summary>
    public async Task<IHost> StartSiloAsync(Action<EvolinkJobsOptions>? configure = null)
    {
        int port = ServerProcess.FindFreePort(), gateway = ServerProcess.FindFreePort();
        _primary ??= new IPEndPoint(IPAddress.Loopback, port);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging(static logging => logging.ClearProviders());
        builder.Services.AddEvolink(options =>
        {
            (options.ApiKey, options.BaseAddress) = (Simulator.ApiKey, Simulator.BaseAddress);
            options.Polling.MinimumInterval = TimeSpan.FromMilliseconds(100);
            options.Polling.RequestsPerSecond = 200;
        });
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(port, gateway, _primary, _id, _id)
            .Configure<ClusterMembershipOptions>(static options => options.TableRefreshTimeout = TimeSpan.FromSeconds(1))
            .AddEvolinkJobs(jobs =>
            {
                _configure(jobs);
                configure?.Invoke(jobs);
            }));
        IHost host = builder.Build();
        _silos.Add(host);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>The shards that a silo drives.</summary>
    public static int[] ShardsOf(IHost silo) => [.. silo.Services.GetRequiredService<JobServices>().Shards.All.Select(static shard => shard.Number)];

    /// <summary>Waits until every shard is driven by one of these silos, and by one only.</summary>
    public static Task UntilAllAreDrivenAsync(params IHost[] silos) => JobClient.UntilAsync(
        () => Task.FromResult(silos.SelectMany(ShardsOf).Order().SequenceEqual(Enumerable.Range(0, JobShards.Count))));

    /// <summary>Waits until these silos share all shards between them, and each has its share.</summary>
    public static Task UntilSharedAsync(params IHost[] silos) => JobClient.UntilAsync(() =>
    {
        int[] shares = [.. silos.Select(static silo => ShardsOf(silo).Length)];
        return Task.FromResult(shares.Sum() == JobShards.Count && shares.All(share => share > JobShards.Count / silos.Length / 2));
    });

    /// <summary>Stops a silo in good order.</summary>
    public async Task StopAsync(IHost silo)
    {
        _silos.Remove(silo);
        await silo.StopAsync(TestContext.Current.CancellationToken);
        silo.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();

        // The first is whom the others find each other by.
        foreach (IHost silo in Enumerable.Reverse(_silos))
        {
            await silo.StopAsync(CancellationToken.None);
            silo.Dispose();
        }

        await Simulator.DisposeAsync();
    }
}
