using Evolink.Jobs.Diagnostics;
using Evolink.Jobs.Stores;
using Evolink.Jobs.Stores.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Evolink;

/// <summary>How the jobs of a host are stored and driven.</summary>
public sealed class EvolinkJobsOptions
{
    /// <summary>The most jobs that are submitted, followed or saved at the same time; the others wait in the store.</summary>
    /// <value>The default is 100.</value>
    public int MaxConcurrency { get; set; } = 100;

    /// <summary>The most requests that are sent in a second.</summary>
    /// <value>The default is 10.</value>
    public double SubmissionsPerSecond { get; set; } = 10;

    /// <summary>The most credits of all running jobs together, as far as they are known. A job that alone costs more fails before it is sent.</summary>
    /// <value>The default, <see langword="null"/>, is no limit.</value>
    public decimal? MaxCredits { get; set; }

    /// <summary>What a request will cost, for both kinds of <c>MaxCredits</c>; null where it cannot say.</summary>
    /// <value>The default is none: then it is the most that the server has set aside for the model since the process began, and not known before that.</value>
    public Func<GenerationRequest, decimal?>? EstimateCredits { get; set; }

    /// <summary>How often the store is looked at for what another process does, once for all jobs that are waited for.</summary>
    /// <value>The default is 1 second.</value>
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether this host drives jobs, or only enqueues them and waits for them. Of several hosts on one file one drives, and another takes over when it ends.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool DrivesJobs { get; set; } = true;

    /// <summary>
    /// How long a job is kept after it has ended as <see cref="JobState.Completed"/>, <see cref="JobState.Failed"/>, <see cref="JobState.Canceled"/> or <see cref="JobState.Expired"/>. Then the process
    /// that drives the jobs deletes it from the store, within ten minutes or so; its files stay. With it goes its <see cref="JobOptions.Key"/>: the same key enqueued later makes a new job, which is paid for anew.
    /// A job that is open, or <see cref="JobState.OutcomeUnknown"/> and waits for a person, is never deleted.
    /// </summary>
    /// <value>The default, <see langword="null"/>, is for ever. Of all hosts of a store the same.</value>
    public TimeSpan? KeepEndedFor { get; set; }

    /// <summary>The file in the user's data folder that is used where nothing else is named.</summary>
    public static string DefaultPath => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "Evolink", "jobs.db");

    internal Func<IServiceProvider, IJobStore> Store { get; private set; } = static provider => CreateSqlite(provider, DefaultPath);

    internal Func<IServiceProvider, IGenerationClient> Client { get; private set; } = static provider => provider.GetService<IGenerationClient>() ?? throw new InvalidOperationException(
        "The host has no client for its jobs. Add one first, as in services.AddEvolink(…), or name it: AddEvolinkJobs(jobs => jobs.UseClient(…)).");

    internal ModelCatalogue? Models { get; private set; }

    /// <summary>Keeps the jobs in an SQLite file. Its folder, the file and its tables are made when they are first needed.</summary>
    /// <param name="path">The file; null for <see cref="DefaultPath"/>. On a local disk: SQLite's locks do not hold on network drives.</param>
    /// <returns>The same options.</returns>
    public EvolinkJobsOptions UseSqlite(string? path = null)
    {
        if (path is not null) ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string file = Path.GetFullPath(path ?? DefaultPath);
        return UseStore(provider => CreateSqlite(provider, file));
    }

    /// <summary>Keeps the jobs in memory: for tests. They end with the process.</summary>
    /// <returns>The same options.</returns>
    public EvolinkJobsOptions UseInMemory() => UseStore(static provider => new InMemoryJobStore(TimeOf(provider)));

    /// <summary>Keeps the jobs in a store of your own.</summary>
    /// <param name="create">Makes it, once. It is disposed with the host.</param>
    /// <returns>The same options.</returns>
    public EvolinkJobsOptions UseStore(Func<IServiceProvider, IJobStore> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Store = create;
        return this;
    }

    /// <summary>Sends the jobs by this client, where the host has several: <c>jobs.UseClient(provider => provider.GetRequiredService&lt;PrintClient&gt;())</c>.</summary>
    /// <param name="get">Finds the client, when it is first needed.</param>
    /// <returns>The same options.</returns>
    public EvolinkJobsOptions UseClient(Func<IServiceProvider, IGenerationClient> get)
    {
        ArgumentNullException.ThrowIfNull(get);
        Client = get;
        return this;
    }

    /// <summary>
    /// Reads stored requests by these models, such as <c>EvolinkModels.Catalogue</c>: a request that a model no longer takes is refused with the reason before it is
    /// sent, and a fallback model that does not know one of its parameters is passed over. Without them requests are read by their types alone.
    /// </summary>
    /// <returns>The same options.</returns>
    public EvolinkJobsOptions UseModels(ModelCatalogue models)
    {
        ArgumentNullException.ThrowIfNull(models);
        Models = models;
        return this;
    }

    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    internal void ThrowIfInvalid()
    {
        if (MaxConcurrency < 1) throw Invalid(nameof(MaxConcurrency), "must be at least 1");
        if (!(SubmissionsPerSecond > 0) || !double.IsFinite(SubmissionsPerSecond)) throw Invalid(nameof(SubmissionsPerSecond), "must be over 0");
        if (MaxCredits < 0) throw Invalid(nameof(MaxCredits), "must not be negative");
        if (KeepEndedFor < TimeSpan.Zero) throw Invalid(nameof(KeepEndedFor), "must not be negative");
        if (WatchInterval <= TimeSpan.Zero || WatchInterval > TimeSpan.FromDays(1)) throw Invalid(nameof(WatchInterval), "must be over 0 and at most a day");
    }

    internal static TimeProvider TimeOf(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static SqliteJobStore CreateSqlite(IServiceProvider provider, string path) => new(path, TimeOf(provider), JobLog.CreateLogger(provider.GetService<ILoggerFactory>()));

    private static ArgumentException Invalid(string option, string rule) => new($"EvolinkJobsOptions.{option} {rule}.");
}
