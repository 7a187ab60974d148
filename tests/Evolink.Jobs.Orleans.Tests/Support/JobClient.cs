using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Evolink.Jobs.Orleans.Tests.Support;

/// <summary>A process that drives nothing and enqueues: it has the store, and is no member of the cluster.</summary>
internal sealed class JobClient : IDisposable
{
    private readonly IHost _host;

    public JobClient(EvolinkSimulator simulator, Action<EvolinkJobsOptions> store, TimeProvider? clock = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging(static logging => logging.ClearProviders());
        if (clock is not null) builder.Services.AddSingleton(clock);
        builder.Services.AddEvolink(options => (options.ApiKey, options.BaseAddress) = (simulator.ApiKey, simulator.BaseAddress));
        builder.Services.AddEvolinkJobs(jobs =>
        {
            store(jobs);
            jobs.UseModels(EvolinkModels.Catalogue);
            jobs.DrivesJobs = false;
            jobs.WatchInterval = TimeSpan.FromMilliseconds(200);
        });
        _host = builder.Build();
        Jobs = _host.Services.GetRequiredService<IGenerationJobs>();
        Store = _host.Services.GetRequiredService<IJobStore>();
    }

    public IGenerationJobs Jobs { get; }

    public IJobStore Store { get; }

    public static GenerationRequest Request(int take = 0) =>
        new Wan2_7ReferenceVideoRequest { Prompt = $"Take {take}", VideoUrls = [new("https://example.com/reference.mp4")] };

    /// <summary>Enqueues some jobs.</summary>
    public async Task<IReadOnlyList<GenerationJob>> EnqueueAsync(int count, JobOptions? options = null)
    {
        List<GenerationJob> jobs = [];
        for (int take = 0; take < count; take++) jobs.Add(await Jobs.EnqueueAsync(Request(take), options, TestContext.Current.CancellationToken));
        return jobs;
    }

    /// <summary>Waits for the ends of some jobs.</summary>
    public async Task<IReadOnlyList<GenerationJob>> WaitAsync(IEnumerable<GenerationJob> jobs, TimeSpan? limit = null)
    {
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(limit ?? TimeSpan.FromMinutes(5));
        return await Task.WhenAll(jobs.Select(job => Jobs.WaitAsync(job.Id, timeout.Token)));
    }

    /// <summary>Waits until something holds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds, TimeSpan? limit = null)
    {
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(limit ?? TimeSpan.FromMinutes(3));
        while (!await holds()) await Task.Delay(50, timeout.Token);
    }

    public void Dispose() => _host.Dispose();
}
