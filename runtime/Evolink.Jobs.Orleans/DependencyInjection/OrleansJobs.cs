using Evolink.Jobs.Limits;
using Evolink.Jobs.Orleans.Limits;
using Evolink.Jobs.Orleans.Shards;
using Evolink.Jobs.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Evolink;

/// <summary>Puts durable jobs into a cluster.</summary>
public static class OrleansJobs
{
    /// <summary>
    /// Adds <see cref="IGenerationJobs"/> to a silo, and has the cluster drive the jobs: each silo a share of them, and when one stops or dies the others go on with its share.
    /// The client is the host's: <c>services.AddEvolink(…)</c>.
    /// </summary>
    /// <remarks>
    /// All silos have the same options and one store that all of them reach, as <c>Evolink.Jobs.PostgreSql</c>. The limits of concurrency, rate and credits are the cluster's.
    /// A silo with <see cref="EvolinkJobsOptions.DrivesJobs"/> = <see langword="false"/> drives none, and enqueues and waits only; so does any other process with
    /// <see cref="EvolinkJobsHosting.AddEvolinkJobs"/> and the same store. Silos look after each other more often than is usual, so that a dead one is missed within seconds
    /// (<see cref="ClusterMembershipOptions"/>: <c>ProbeTimeout</c> 1 s, <c>MaxProbeTimeout</c> 2 s, <c>TableRefreshTimeout</c> 10 s); what the host configures itself counts before that.
    /// </remarks>
    /// <param name="silo">The silo, with any clustering.</param>
    /// <param name="configure">Says where the jobs are stored and what they keep within; null for the defaults.</param>
    /// <returns>The same silo.</returns>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    /// <exception cref="InvalidOperationException">The host has jobs already.</exception>
    public static ISiloBuilder AddEvolinkJobs(this ISiloBuilder silo, Action<EvolinkJobsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(silo);
        IServiceCollection services = silo.Services;
        bool drives = services.AddJobs(configure).DrivesJobs;
        silo.AddPlacementDirector<ShardPlacement, ShardPlacementDirector>();

        // Before all others, whenever they are added: what the host configures itself is applied after it.
        services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<ClusterMembershipOptions>>(new ConfigureOptions<ClusterMembershipOptions>(MissTheDeadSoon)));
        if (!drives)
        {
            // No grain of the jobs is placed on a silo that does not know their classes.
            services.PostConfigure<GrainTypeOptions>(static types => types.Classes.ExceptWith([typeof(ShardGrain), typeof(LimitsGrain)]));
            return silo;
        }

        services.TryAddSingleton<IJobGate, ClusterGate>();
        services.TryAddSingleton<ShardMap>();
        services.TryAddSingleton(static provider => new ShardKeeper(
            provider.GetRequiredService<IGrainFactory>(),
            provider.GetRequiredService<IClusterMembershipService>(),
            provider.GetRequiredService<ShardMap>(),
            provider.GetRequiredService<ILocalSiloDetails>(),
            provider.GetRequiredService<JobServices>(),
            provider.GetRequiredService<JobDispatcher>));
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(static provider => provider.GetRequiredService<ShardKeeper>());
        return silo;
    }

    private static void MissTheDeadSoon(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(1);
        options.MaxProbeTimeout = TimeSpan.FromSeconds(2);
        options.TableRefreshTimeout = TimeSpan.FromSeconds(10);
    }
}
