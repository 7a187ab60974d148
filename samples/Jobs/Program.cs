// 200 paid requests that survive the death of the process that waits for them. The service is the simulator, in a process of its own:
//
//   dotnet run --project samples/Jobs -- --kill-after 3s     enqueues them, and is killed half way
//   dotnet run --project samples/Jobs                        takes the same database up and brings them to their end

using System.Diagnostics;
using System.Globalization;
using Evolink;
using JobsSample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

const int Count = 200;
string folder = Path.GetFullPath(Path.Combine("out", "jobs"));
if (args is ["simulator"]) return await SimulatorProcess.RunAsync(folder);

TimeSpan? killAfter = args switch
{
    [] => null,
    ["--kill-after", var text] when double.TryParse(text.TrimEnd('s'), CultureInfo.InvariantCulture, out double seconds) => TimeSpan.FromSeconds(seconds),
    _ => throw new ArgumentException("Usage: Jobs [--kill-after 3s]"),
};

SimulatorProcess simulator = await SimulatorProcess.FindOrStartAsync(folder);
HostApplicationBuilder builder = Host.CreateApplicationBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddEvolink(options =>
{
    options.ApiKey = simulator.ApiKey;
    options.BaseAddress = simulator.Address;
    options.Polling.MinimumInterval = TimeSpan.FromMilliseconds(250);

    // A process that is killed while it sends leaves a request of which nobody knows whether it arrived. The simulator honours idempotency keys, so
    // that such a request may be sent again. A service that does not say so would create and bill it twice; then leave the default, WhenSafe.
    options.SubmitRetry = SubmitRetry.OnceWithSameKey;
});
builder.Services.AddEvolinkJobs(jobs =>
{
    jobs.UseSqlite(Path.Combine(folder, "jobs.db")).UseModels(EvolinkModels.Catalogue);
    jobs.SubmissionsPerSecond = 40;
});

using IHost host = builder.Build();
await host.StartAsync();
IGenerationJobs jobs = host.Services.GetRequiredService<IGenerationJobs>();

// A key makes enqueueing safe to repeat: the second run finds the jobs of the first.
List<GenerationJob> all = [];
for (int number = 1; number <= Count; number++)
{
    all.Add(await jobs.EnqueueAsync(
        new Wan2_7ReferenceVideoRequest { Prompt = $"A cat dancing on a meadow, take {number}", VideoUrls = [new("https://example.com/reference.mp4")] },
        new JobOptions { Key = $"order-{number:000}", SaveTo = Path.Combine(folder, "videos") }));
}

Console.WriteLine($"{all.Count(static job => job.IsEnd)} of {Count} were completed before; the others go on.");
if (killAfter is { } delay)
{
    await Task.Delay(delay);
    Console.WriteLine($"{await CountCompletedAsync()} of {Count} completed, and now this process is killed.");
    Process.GetCurrentProcess().Kill(); // SIGKILL: nothing is tidied up
}

foreach (GenerationJob job in all) await jobs.WaitAsync(job.Id);
await host.StopAsync();
int completed = await CountCompletedAsync();
int charges = await simulator.StopAsync();
Console.WriteLine($"{completed} of {Count} completed, {charges} charges");
return completed == Count && charges == Count ? 0 : 1;

async Task<int> CountCompletedAsync()
{
    int count = 0;
    await foreach (GenerationJob _ in jobs.ListAsync(JobState.Completed)) count++;
    return count;
}
