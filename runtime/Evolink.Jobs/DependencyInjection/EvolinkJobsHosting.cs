using Evolink.Jobs.Client;
using Evolink.Jobs.Diagnostics;
using Evolink.Jobs.Limits;
using Evolink.Jobs.Requests;
using Evolink.Jobs.Running;
using Evolink.Jobs.Sinks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Evolink;

/// <summary>Puts durable jobs into a host.</summary>
public static class EvolinkJobsHosting
{
    /// <summary>Adds <see cref="IGenerationJobs"/>, and a hosted service that drives the jobs. The client is the host's: <c>services.AddEvolink(…)</c>.</summary>
    /// <remarks>
    /// By default the jobs are in an SQLite file in the user's data folder. An <see cref="IResultSink"/>, an <see cref="IOutcomeResolver"/> and any number of
    /// <see cref="IJobObserver"/> are taken from the host's services, and so is a <see cref="TimeProvider"/>.
    /// </remarks>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Says where the jobs are stored and what they keep within; null for the defaults.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    /// <exception cref="InvalidOperationException">The host has jobs already.</exception>
    public static IServiceCollection AddEvolinkJobs(this IServiceCollection services, Action<EvolinkJobsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.AddJobs(configure).DrivesJobs)
        {
            services.TryAddSingleton<IJobGate>(static provider => new JobGate(provider.GetRequiredService<JobLimits>(), EvolinkJobsOptions.TimeOf(provider)));
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, JobRunner>(static provider => new JobRunner(
                provider.GetRequiredService<JobServices>(), provider.GetRequiredService<JobDispatcher>())));
        }

        return services;
    }

    /// <summary>Adds what one process and a cluster have in common: all but who drives which shard, and who counts.</summary>
    /// <exception cref="InvalidOperationException">The host has jobs already: two would drive them side by side, or the options of one would count for nothing.</exception>
    internal static EvolinkJobsOptions AddJobs(this IServiceCollection services, Action<EvolinkJobsOptions>? configure)
    {
        if (services.Any(static service => service.ServiceType == typeof(JobServices)))
        {
            throw new InvalidOperationException("The host has jobs already. Call AddEvolinkJobs once: on the silo builder, where the cluster drives them.");
        }

        EvolinkJobsOptions options = new();
        configure?.Invoke(options);
        options.ThrowIfInvalid();

        services.TryAddSingleton(options.Store);
        services.TryAddSingleton<IResultSink, FolderSink>();
        services.TryAddSingleton(provider => CreateServices(provider, options));
        services.TryAddSingleton<IGenerationJobs>(provider => new GenerationJobs(
            provider.GetRequiredService<JobServices>(), provider.GetRequiredService<EndedJobs>(), options.WatchInterval));
        services.TryAddSingleton(new JobLimits(options.MaxConcurrency, options.SubmissionsPerSecond, options.MaxCredits));
        services.TryAddSingleton<TaskHints>(static provider => new TaskHints(provider.GetRequiredService<JobServices>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITaskNotificationHandler, TaskHints>(static provider => provider.GetRequiredService<TaskHints>()));
        services.TryAddSingleton(provider => new EndedJobs(provider.GetRequiredService<JobServices>(), options.KeepEndedFor));
        services.TryAddSingleton<JobDispatcher>(static provider => new JobDispatcher(
            provider.GetRequiredService<JobServices>(),
            provider.GetRequiredService<JobLimits>(),
            provider.GetRequiredService<IJobGate>(),
            provider.GetRequiredService<TaskHints>(),
            provider.GetRequiredService<EndedJobs>()));
        return options;
    }

    private static JobServices CreateServices(IServiceProvider provider, EvolinkJobsOptions options)
    {
        ILogger logger = JobLog.CreateLogger(provider.GetService<ILoggerFactory>());
        RequestCodec codec = new(options.Models);
        return new JobServices(
            provider.GetRequiredService<IJobStore>(),
            () => options.Client(provider),
            codec,
            provider.GetRequiredService<IResultSink>(),
            provider.GetService<IOutcomeResolver>(),
            new CreditEstimate(codec, options.EstimateCredits),
            new JobChanges(provider.GetServices<IJobObserver>(), logger),
            EvolinkJobsOptions.TimeOf(provider),
            logger);
    }
}
