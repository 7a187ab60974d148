using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Evolink.Jobs.Tests.Support;

internal static class HostJobs
{
    public static IGenerationJobs Jobs(this IHost host) => host.Services.GetRequiredService<IGenerationJobs>();

    public static IJobStore Store(this IHost host) => host.Services.GetRequiredService<IJobStore>();

    /// <summary>Waits until a job is in a state.</summary>
    public static async Task<GenerationJob> WaitForAsync(this IGenerationJobs jobs, string id, JobState state, CancellationToken cancellationToken)
    {
        await foreach (GenerationJob job in jobs.WatchAsync(id, cancellationToken))
        {
            if (job.State == state) return job;
        }

        Assert.Fail($"The job ended as {await jobs.FindAsync(id, cancellationToken)} and was never {state}.");
        return null!;
    }
}
