using System.Globalization;
using Evolink.Tool.Cli;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Evolink.Tool.Sessions;

/// <summary>The client and the jobs of one run of the command: with the service, or with a simulator that lives as long as the run.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly EvolinkSimulator? _simulator;

    private Session(EvolinkClient client, ServiceProvider services, Refusals refusals, EvolinkSimulator? simulator)
    {
        (Client, _services, Refusals, _simulator) = (client, services, refusals, simulator);
        Jobs = services.GetRequiredService<IGenerationJobs>();
    }

    public EvolinkClient Client { get; }

    /// <summary>What is paid for is in here before it is sent: in a file, and with a simulator in memory.</summary>
    public IGenerationJobs Jobs { get; }

    public Refusals Refusals { get; }

    public bool IsSimulated => _simulator is not null;

    /// <param name="environment">The machine.</param>
    /// <param name="simulate">Whether a simulator plays the service.</param>
    /// <param name="drivesJobs">Whether jobs are sent and followed, or only looked at.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="parallel">The most jobs that are under way at the same time; null for the default.</param>
    /// <param name="keepsSimulated">Whether jobs of a simulator are kept in a file of their own, for whoever looks at them later.</param>
    /// <exception cref="ToolException">There is no key.</exception>
    public static async Task<Session> OpenAsync(ToolEnvironment environment, bool simulate, bool drivesJobs, CancellationToken cancellationToken, int? parallel = null, bool keepsSimulated = false)
    {
        EvolinkSimulator? simulator = simulate ? await EvolinkSimulator.StartAsync(environment.Simulator, cancellationToken) : null;
        try
        {
            EvolinkOptions options = simulator is null ? Account.Read(environment) : new EvolinkOptions
            {
                ApiKey = simulator.ApiKey,
                BaseAddress = simulator.BaseAddress,
                UserAgentSuffix = ToolVersion.UserAgent,
                Polling = { MinimumInterval = environment.SimulatedInterval },
            };
            EvolinkClient client = new(options);
            Refusals refusals = new(client);
            ServiceProvider services = new ServiceCollection()
                .AddSingleton(client)
                .AddEvolinkJobs(jobs => Configure(jobs, refusals, !simulate ? StorePath(environment, options.BaseAddress) : keepsSimulated ? SimulatedPath(environment) : null, drivesJobs, parallel))
                .BuildServiceProvider();
            foreach (IHostedService service in services.GetServices<IHostedService>()) await service.StartAsync(cancellationToken);
            return new Session(client, services, refusals, simulator);
        }
        catch
        {
            if (simulator is not null) await simulator.DisposeAsync();
            throw;
        }
    }

    /// <summary>Jobs of one address are no jobs of another: a task of a simulator is unknown to the service.</summary>
    public static string StorePath(ToolEnvironment environment, Uri? baseAddress)
    {
        string name = baseAddress is null ? "jobs.db" : string.Create(CultureInfo.InvariantCulture, $"jobs-{baseAddress.IdnHost.Replace(':', '-')}-{baseAddress.Port}.db");
        return Path.Combine(environment.DataFolder, name);
    }

    private static string SimulatedPath(ToolEnvironment environment) => Path.Combine(environment.DataFolder, "jobs-simulator.db");

    /// <summary>Ends the following of jobs; the tasks go on. A request that is on its way is waited for.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (IHostedService service in _services.GetServices<IHostedService>()) await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        Client.Dispose();
        if (_simulator is not null) await _simulator.DisposeAsync();
    }

    private static void Configure(EvolinkJobsOptions jobs, Refusals client, string? path, bool drivesJobs, int? parallel)
    {
        if (path is null) jobs.UseInMemory();
        else jobs.UseSqlite(path);
        jobs.UseClient(_ => client).UseModels(EvolinkModels.Catalogue);
        jobs.DrivesJobs = drivesJobs;
        jobs.MaxConcurrency = parallel ?? jobs.MaxConcurrency;
        jobs.WatchInterval = TimeSpan.FromSeconds(0.5);
    }
}
