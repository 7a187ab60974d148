using Evolink.Tool.Sessions;

namespace Evolink.Tool.Following;

/// <summary>Downloads the results of a job that was waited for.</summary>
internal static class JobDownload
{
    /// <returns>The paths.</returns>
    public static async Task<IReadOnlyList<string>> SaveAsync(Session session, GenerationJob job, string folder, CancellationToken cancellationToken)
    {
        ModelInfo? model = EvolinkModels.Find(job.CurrentModel);
        if (model is not null && model.TryCreateRequest(JobText.Request(job), out GenerationRequest? request, out _))
        {
            return await session.Refusals.ResumeTask(request, job.TaskId!).DownloadAsync(folder, cancellationToken);
        }

        return await session.Client.Resume(job.TaskId!).DownloadAsync(folder, cancellationToken);
    }
}
