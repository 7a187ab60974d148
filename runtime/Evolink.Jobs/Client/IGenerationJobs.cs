namespace Evolink;

/// <summary>Jobs that outlive the process that enqueues them: what was enqueued is sent once, followed to its end and saved, whoever dies in between.</summary>
/// <remarks>
/// Every process that uses the same store sees the same jobs. All members are thread-safe. One whose row cannot be read, since a newer version or somebody else wrote it,
/// is left as it is: every member that is asked for it throws an <see cref="EvolinkJobUnreadableException"/>, <see cref="ListAsync"/> leaves it out, and all others go on.
/// </remarks>
public interface IGenerationJobs
{
    /// <summary>Writes a request down and returns; it is sent as soon as the limits allow.</summary>
    /// <param name="request">What to generate; it is checked before it is stored.</param>
    /// <param name="options">What is wanted; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up; with <see cref="JobOptions.Key"/> the call can be repeated safely.</param>
    /// <returns>The job: a new one, or the one that has the same key and request already.</returns>
    /// <exception cref="EvolinkValidationException">The request breaks its specification; nothing was stored.</exception>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    /// <exception cref="EvolinkJobKeyException">The key is another request's already.</exception>
    Task<GenerationJob> EnqueueAsync(GenerationRequest request, JobOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Waits for a job's end, from any process, at any time.</summary>
    /// <param name="jobId">The job's id.</param>
    /// <param name="cancellationToken">Ends the wait, not the job.</param>
    /// <returns>The job as it ended: look at its <see cref="GenerationJob.State"/>. One that failed is no exception.</returns>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    Task<GenerationJob> WaitAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>The job now, and then each change of state or progress as it is seen, up to its end. Changes that follow each other quickly may be seen as one.</summary>
    /// <param name="jobId">The job's id.</param>
    /// <param name="cancellationToken">Ends the watching, not the job.</param>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    IAsyncEnumerable<GenerationJob> WatchAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>The job of an id as it is now; null where there is none.</summary>
    /// <exception cref="EvolinkJobUnreadableException">It is stored, and cannot be read; the exception names the column.</exception>
    Task<GenerationJob?> FindAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>The job that was enqueued with a key; null where there is none.</summary>
    /// <exception cref="EvolinkJobUnreadableException">It is stored, and cannot be read; the exception names the column.</exception>
    Task<GenerationJob?> FindByKeyAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>All jobs, or those of one state, in the order in which they were enqueued. Those that cannot be read are left out; the log names them.</summary>
    IAsyncEnumerable<GenerationJob> ListAsync(JobState? state = null, CancellationToken cancellationToken = default);

    /// <summary>Cancels a job. What was not sent is not sent; a task that was created goes on and is paid for, and nobody waits for it any more.</summary>
    /// <returns>The job as it is then: <see cref="JobState.Canceled"/>, the end that it had already, or, while it is being sent, as it is with <see cref="GenerationJob.CancelRequested"/>.</returns>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    Task<GenerationJob> CancelAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>Says which task came of a job whose outcome is unknown, or takes up one that has expired; the job goes on with the task, also where it was cancelled while it was being sent.</summary>
    /// <remarks>
    /// <see cref="JobOptions.ExpiresAfter"/> counts from now on. A task that the service does not know makes the job <see cref="JobState.OutcomeUnknown"/> again, with the code <c>task_gone</c>:
    /// another can be named then.
    /// </remarks>
    /// <param name="jobId">The job's id.</param>
    /// <param name="taskId">The task, as the account's task list or the vendor's support names it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    /// <exception cref="InvalidOperationException">The job is neither <see cref="JobState.OutcomeUnknown"/> nor <see cref="JobState.Expired"/>.</exception>
    Task<GenerationJob> ResolveAsync(string jobId, string taskId, CancellationToken cancellationToken = default);

    /// <summary>Gives up a job whose outcome is unknown; it becomes <see cref="JobState.Canceled"/> with the code <c>abandoned</c>. To send the request anew, enqueue it anew.</summary>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    /// <exception cref="InvalidOperationException">The job is not <see cref="JobState.OutcomeUnknown"/>.</exception>
    Task<GenerationJob> AbandonAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes the jobs that ended longer ago than this as <see cref="JobState.Completed"/>, <see cref="JobState.Failed"/>, <see cref="JobState.Canceled"/> or <see cref="JobState.Expired"/>, in batches of 500,
    /// from any process. Their files stay. With a job goes its <see cref="JobOptions.Key"/>: the same key enqueued later makes a new job, which is paid for anew. A job that is open, or
    /// <see cref="JobState.OutcomeUnknown"/> and waits for a person, is never deleted.
    /// </summary>
    /// <param name="olderThan">The age, since a job's end; zero for all that have ended. <see cref="EvolinkJobsOptions.KeepEndedFor"/> does the same by itself.</param>
    /// <param name="cancellationToken">Ends it between two batches; what was deleted stays so.</param>
    /// <returns>How many were deleted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The age is negative.</exception>
    Task<int> PurgeAsync(TimeSpan olderThan, CancellationToken cancellationToken = default);
}
