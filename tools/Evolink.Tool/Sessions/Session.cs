using Evolink.Tool.Cli;
using Evolink.Tool.Connections;
using Evolink.Tool.Costs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Evolink.Tool.Sessions;

/// <summary>The client and the jobs of one run of the command: with the service, or with a simulator that lives as long as the run.</summary>
internal sealed class Session : IAsyncDisposable
{
    private static readonly TimeSpan s_pricesLiveFor = TimeSpan.FromHours(1);

    private readonly ToolEnvironment _environment;
    private readonly ServiceConnection _service;
    private readonly ServiceProvider _services;
    private PriceLookup? _prices;
    private DateTimeOffset _pricesReadAt;

    private Session(ToolEnvironment environment, ServiceConnection service, string? path, bool drivesJobs, int? parallel)
    {
        (_environment, _service) = (environment, service);
        Refusals = new Refusals(service.Client);
        _services = new ServiceCollection().AddSingleton(service.Client).AddEvolinkJobs(jobs => Configure(jobs, path, drivesJobs, parallel)).BuildServiceProvider();
        Jobs = _services.GetRequiredService<IGenerationJobs>();
    }

    public EvolinkClient Client => _service.Client;

    /// <summary>What is paid for is in here before it is sent: in a file, and with a simulator in memory.</summary>
    public IGenerationJobs Jobs { get; }

    public Refusals Refusals { get; }

    public bool IsSimulated => _service.IsSimulated;

    /// <param name="environment">The machine.</param>
    /// <param name="simulate">Whether a simulator plays the service.</param>
    /// <param name="drivesJobs">Whether jobs are sent and followed, or only looked at.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="parallel">The most jobs that are under way at the same time; null for the default.</param>
    /// <param name="keepsSimulated">Whether jobs of a simulator are kept in a file of their own, for whoever looks at them later.</param>
    /// <exception cref="ToolException">There is no key.</exception>
    public static async Task<Session> OpenAsync(ToolEnvironment environment, bool simulate, bool drivesJobs, CancellationToken cancellationToken, int? parallel = null, bool keepsSimulated = false)
    {
        ServiceConnection service = await ServiceConnection.OpenAsync(environment, simulate, cancellationToken);
        Session? session = null;
        try
        {
            string? path = !simulate ? StorePath(environment, service.BaseAddress) : keepsSimulated ? SimulatedPath(environment) : null;
            session = new Session(environment, service, path, drivesJobs, parallel);
            foreach (IHostedService hosted in session._services.GetServices<IHostedService>()) await hosted.StartAsync(cancellationToken);
            return session;
        }
        catch
        {
            await (session?.DisposeAsync() ?? service.DisposeAsync());
            throw;
        }
    }

    /// <summary>Jobs of one address are no jobs of another: a task of a simulator is unknown to the service.</summary>
    public static string StorePath(ToolEnvironment environment, Uri? baseAddress) => Path.Combine(environment.DataFolder, $"jobs{AddressSuffix.Of(baseAddress)}.db");

    /// <summary>The prices that were read last, which jobs are compared with; null where none were.</summary>
    public PriceLookup? Prices => Volatile.Read(ref _prices);

    /// <summary>The prices, read once an hour, and again where they could not be had: a server of agents lives for days.</summary>
    public async Task<PriceLookup> GetPricesAsync(CancellationToken cancellationToken)
    {
        if (Prices is { List: not null } known && _environment.Time.GetUtcNow() - _pricesReadAt < s_pricesLiveFor) return known;
        PriceLookup prices = IsSimulated ? await PriceBook.ReadAsync(Client, cancellationToken) : await PriceBook.ReadAsync(_environment, cancellationToken);
        (_pricesReadAt, _prices) = (_environment.Time.GetUtcNow(), prices.List is null && Prices is { List: not null } old ? old : prices);
        return _prices;
    }

    private static string SimulatedPath(ToolEnvironment environment) => Path.Combine(environment.DataFolder, "jobs-simulator.db");

    /// <summary>Ends the following of jobs; the tasks go on. A request that is on its way is waited for.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (IHostedService service in _services.GetServices<IHostedService>()) await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        await _service.DisposeAsync();
    }

    private void Configure(EvolinkJobsOptions jobs, string? path, bool drivesJobs, int? parallel)
    {
        if (path is null) jobs.UseInMemory();
        else jobs.UseSqlite(path);
        jobs.UseClient(_ => Refusals).UseModels(EvolinkModels.Catalogue);
        jobs.EstimateCredits = request => Prices?.List?.EstimateCredits(request);
        jobs.DrivesJobs = drivesJobs;
        jobs.MaxConcurrency = parallel ?? jobs.MaxConcurrency;
        jobs.WatchInterval = TimeSpan.FromSeconds(0.5);
    }
}
