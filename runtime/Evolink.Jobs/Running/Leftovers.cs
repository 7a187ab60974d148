using Evolink.Jobs.Diagnostics;

namespace Evolink.Jobs.Running;

/// <summary>What saving leaves behind: it is cleared away when the job has ended, however it ended.</summary>
internal static class Leftovers
{
    /// <summary>Has the sink clear away what it keeps for a job.</summary>
    public static async Task ClearAsync(JobServices services, GenerationJob job)
    {
        try
        {
            await services.Sink.ForgetAsync(job, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            // The job has ended all the same; what is left over costs some room.
            JobLog.Ignored(services.Logger, "Clearing away after the saving", job.Id, thrown.GetType().Name);
        }
    }

    /// <summary>As <see cref="ClearAsync"/>, for a saving that was broken off: only where the job has ended. Any other is taken up again, and goes on with what is there.</summary>
    public static async Task ClearIfEndedAsync(JobServices services, GenerationJob job)
    {
        try
        {
            if (await services.Store.FindAsync(job.Id, CancellationToken.None).ConfigureAwait(false) is not { IsEnd: true } ended) return;
            await ClearAsync(services, ended).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            JobLog.Ignored(services.Logger, "Looking for what the saving has left", job.Id, thrown.GetType().Name);
        }
    }
}
