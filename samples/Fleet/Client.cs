using System.Diagnostics;
using Evolink;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FleetSample;

/// <summary>Enqueues jobs and waits for them. It drives none, needs no Orleans, and may end and come back: the jobs go on.</summary>
internal static class Client
{
    public static async Task<int> RunAsync(Surroundings surroundings, int count)
    {
        using IHost host = CreateHost(surroundings);
        IGenerationJobs jobs = host.Services.GetRequiredService<IGenerationJobs>();
        long start = Stopwatch.GetTimestamp();
        string run = Guid.CreateVersion7().ToString("N")[..12];
        List<GenerationJob> all = [];
        for (int number = 1; number <= count; number++) all.Add(await jobs.EnqueueAsync(Request(number), new JobOptions { Key = $"{run}-{number:00000}" }));
        Console.WriteLine($"{count} jobs are enqueued. Kill a silo now.");

        Dictionary<JobState, int> ends = [];
        foreach (GenerationJob job in all)
        {
            JobState end = (await jobs.WaitAsync(job.Id)).State;
            ends[end] = ends.GetValueOrDefault(end) + 1;
        }

        Console.WriteLine($"{string.Join(", ", ends.Select(static end => $"{end.Value} {end.Key}"))} of {count} after {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        return 0;
    }

    /// <summary>A host that drives nothing.</summary>
    public static IHost CreateHost(Surroundings surroundings)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddEvolink(surroundings.Configure);
        builder.Services.AddEvolinkJobs(jobs =>
        {
            surroundings.Configure(jobs);
            jobs.DrivesJobs = false;
        });
        return builder.Build();
    }

    public static GenerationRequest Request(int number) =>
        new Wan2_7ReferenceVideoRequest { Prompt = $"A cat dancing on a meadow, take {number}", VideoUrls = [new("https://example.com/reference.mp4")] };
}
