// Enqueues jobs and drives them to their end, unless it is killed before: by itself, at the place that it was told.
// Arguments: the folder, the service's address, its key, how many jobs, SubmitRetry, and where to die ("never", "send:7", "sending:7", "answer:7", "change:7").

using System.Globalization;
using Evolink;
using Evolink.Jobs.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

if (args is not [var folder, var address, var key, var number, var retry, var death])
{
    return 2;
}

DeathPoint point = DeathPoint.Parse(death);
HostApplicationBuilder builder = Host.CreateApplicationBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Error);
builder.Services
    .AddEvolink(options =>
    {
        options.ApiKey = key;
        options.BaseAddress = new Uri(address);
        options.SubmitRetry = Enum.Parse<SubmitRetry>(retry);
        options.Polling.MinimumInterval = TimeSpan.FromMilliseconds(50);
        options.Polling.RequestsPerSecond = 200;
    })
    .AddHttpMessageHandler(() => new DeathHandler(point));
builder.Services.AddSingleton<IJobObserver>(new DeathObserver(point));
builder.Services.AddEvolinkJobs(jobs =>
{
    jobs.UseSqlite(Path.Combine(folder, "jobs.db")).UseModels(EvolinkModels.Catalogue);
    jobs.SubmissionsPerSecond = 1000;

    // A death then leaves a few outcomes unknown, and not all of them.
    jobs.MaxConcurrency = 4;
});

using IHost host = builder.Build();
await host.StartAsync().ConfigureAwait(false);
IGenerationJobs jobs = host.Services.GetRequiredService<IGenerationJobs>();
List<string> ids = [];
for (int index = 0; index < int.Parse(number, CultureInfo.InvariantCulture); index++)
{
    Wan2_7ReferenceVideoRequest request = new() { Prompt = $"Take {index}", VideoUrls = [new("https://example.com/reference.mp4")] };
    ids.Add((await jobs.EnqueueAsync(request, new JobOptions { Key = $"order-{index}", SaveTo = Path.Combine(folder, "out") }).ConfigureAwait(false)).Id);
}

foreach (string id in ids)
{
    await jobs.WaitAsync(id).ConfigureAwait(false);
}

await host.StopAsync().ConfigureAwait(false);
Console.WriteLine("All jobs have ended.");
return 0;
