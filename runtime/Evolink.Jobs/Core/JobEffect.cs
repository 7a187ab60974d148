namespace Evolink.Jobs.Core;

/// <summary>What has to be done, in the order given, after an event. The next is begun only when the one before it has succeeded.</summary>
internal enum JobEffect
{
    /// <summary>Write the job down. Where the write is refused, nothing else is done.</summary>
    Store,

    /// <summary>Send the request under the job's <see cref="GenerationJob.SubmissionKey"/>.</summary>
    Send,

    /// <summary>Ask whoever may know what became of the submission.</summary>
    LookUp,

    /// <summary>Poll the task until its end.</summary>
    Follow,

    /// <summary>Save the task's files.</summary>
    Save,

    /// <summary>Clear away what saving has left behind.</summary>
    Forget,

    /// <summary>Tell whoever waits.</summary>
    Announce,
}

/// <summary>What becomes of a job by an event.</summary>
/// <param name="Job">The job as it is then; the same object where the event changes nothing.</param>
/// <param name="Effects">What has to be done.</param>
internal readonly record struct JobTransition(GenerationJob Job, params IReadOnlyList<JobEffect> Effects);
