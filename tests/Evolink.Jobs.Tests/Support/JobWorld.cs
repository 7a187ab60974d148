using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Evolink.Jobs.Tests.Support;

/// <summary>A simulator, a folder, and hosts that come and go.</summary>
internal sealed class JobWorld : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evolink-jobs-");

    private JobWorld(EvolinkSimulator simulator) => Simulator = simulator;

    public EvolinkSimulator Simulator { get; }

    public string Folder => _folder.FullName;

    public string Results => Path.Combine(Folder, "out");

    public static async Task<JobWorld> StartAsync(SimulatorOptions? options = null) => new(await EvolinkSimulator.StartAsync(
        (options ?? new SimulatorOptions()) with { PendingFor = TimeSpan.FromMilliseconds(20), ProcessingFor = options?.ProcessingFor == TimeSpan.FromHours(1) ? options.ProcessingFor : TimeSpan.FromMilliseconds(80) },
        TestContext.Current.CancellationToken));

    /// <summary>A host on the world's database that has not started.</summary>
    public IHost CreateHost(Action<EvolinkJobsOptions>? configure = null, Action<IServiceCollection>? services = null, SubmitRetry retry = SubmitRetry.WhenSafe)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging(static logging => logging.ClearProviders());
        builder.Services.AddEvolink(options =>
        {
            options.ApiKey = Simulator.ApiKey;
            options.BaseAddress = Simulator.BaseAddress;
            options.SubmitRetry = retry;
            options.Polling.MinimumInterval = TimeSpan.FromMilliseconds(30);
            options.Polling.RequestsPerSecond = 200;
        });
        services?.Invoke(builder.Services);
        builder.Services.AddEvolinkJobs(jobs =>
        {
            jobs.UseSqlite(Path.Combine(Folder, "jobs.db")).UseModels(EvolinkModels.Catalogue);
            jobs.SubmissionsPerSecond = 1000;
            configure?.Invoke(jobs);
        });
        return builder.Build();
    }

    /// <summary>A host that drives.</summary>
    public async Task<IHost> StartHostAsync(Action<EvolinkJobsOptions>? configure = null, Action<IServiceCollection>? services = null, SubmitRetry retry = SubmitRetry.WhenSafe)
    {
        IHost host = CreateHost(configure, services, retry);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public static GenerationRequest Request(string prompt = "A cat dancing on a meadow") =>
        new Wan2_7ReferenceVideoRequest { Prompt = prompt, VideoUrls = [new("https://example.com/reference.mp4")] };

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
