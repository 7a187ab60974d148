namespace Evolink;

/// <summary>Where the files of completed jobs go: a folder by default, or a store of your own, such as S3 or Blob.</summary>
/// <remarks>
/// A job is saved until it is done, across restarts: <see cref="SaveAsync"/> is called again after whatever ended it, and must end with the same files as if
/// it had been called once. What it throws is logged and tried again, except an <see cref="EvolinkDownloadException"/> that says that the results have expired;
/// then the job ends as <see cref="JobState.Expired"/> with the files that the exception names, and so it does where saving has failed for 48 hours since the task was completed.
/// </remarks>
public interface IResultSink
{
    /// <summary>Reads what a caller gave as <see cref="JobOptions.SaveTo"/>, when the job is enqueued.</summary>
    /// <returns>What the job keeps; by default the same.</returns>
    /// <exception cref="ArgumentException">It names no place.</exception>
    string Locate(string saveTo) => saveTo;

    /// <summary>Saves the results of a completed task.</summary>
    /// <param name="job">The job; its <see cref="GenerationJob.SaveTo"/> says where to.</param>
    /// <param name="task">The task; <see cref="GenerationTask.DownloadAsync(string, CancellationToken)"/> fetches its files.</param>
    /// <param name="cancellationToken">Signalled when the host stops or the job is cancelled.</param>
    /// <returns>Where the files are, in the order of the results. The job keeps it as <see cref="GenerationJob.Files"/>.</returns>
    Task<IReadOnlyList<string>> SaveAsync(GenerationJob job, GenerationTask task, CancellationToken cancellationToken);

    /// <summary>Clears away what saving has left behind, after the job was stored as ended. May never be called, if the process ends before.</summary>
    Task ForgetAsync(GenerationJob job, CancellationToken cancellationToken) => Task.CompletedTask;
}
