namespace Evolink;

/// <summary>How far a job is. The numbers are what stores keep; they never change.</summary>
public enum JobState
{
    /// <summary>Stored, and not sent. A restart sends it.</summary>
    Queued = 0,

    /// <summary>A send has begun. After a restart its outcome may be unknown: <see cref="SubmitRetry"/> decides what is done then.</summary>
    Submitting = 1,

    /// <summary>The task's id is stored. A restart polls on.</summary>
    Running = 2,

    /// <summary>The task is completed and its files are being saved. A restart saves on.</summary>
    Saving = 3,

    /// <summary>The end: the result is known, and its files are saved where that was wanted.</summary>
    Completed = 10,

    /// <summary>The end: the request was refused, or the task failed. <see cref="GenerationJob.Error"/> says why.</summary>
    Failed = 11,

    /// <summary>The end: cancelled by its owner, or by the server. A task that was created goes on and is paid for.</summary>
    Canceled = 12,

    /// <summary>The end: the task is gone, its results are no longer served, or it did not end in time. <see cref="IGenerationJobs.ResolveAsync"/> takes it up again.</summary>
    Expired = 13,

    /// <summary>The end, until somebody knows better: the request was sent and nothing says what became of it. It may be billed; it is not sent again.</summary>
    /// <remarks><see cref="IGenerationJobs.ResolveAsync"/> names the task, <see cref="IGenerationJobs.AbandonAsync"/> gives it up.</remarks>
    OutcomeUnknown = 14,
}
