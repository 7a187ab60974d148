namespace Evolink;

/// <summary>Knows what became of a request that was being sent when its process ended: from a list of tasks that your vendor gives, a proxy's log, a rule of your own.</summary>
/// <remarks>A host that registers none has such jobs end as <see cref="JobState.OutcomeUnknown"/>, for a person to decide.</remarks>
public interface IOutcomeResolver
{
    /// <summary>Says what became of a submission. It is asked again where it throws or takes longer than a minute, three times in all; then the outcome stays unknown.</summary>
    /// <remarks>
    /// The process that has sent may be cut off from its store, and not from the service. So <see cref="SubmissionOutcome.NotCreated"/> counts only when the send can be under way no more: twice
    /// <see cref="EvolinkOptions.SubmitTimeout"/> and half a minute after it began, which is two and a half minutes by default. Said before, it is asked for once more at that time.
    /// </remarks>
    /// <param name="job">The job; <see cref="GenerationJob.SubmissionKey"/> is the <c>Idempotency-Key</c> that was sent, <see cref="GenerationJob.UpdatedAt"/> when the send began, as a rule to 10 seconds.</param>
    /// <param name="cancellationToken">Signalled when nobody waits for the answer any more: the host stops, another process drives the job, or a minute has passed.</param>
    Task<SubmissionOutcome> ResolveAsync(GenerationJob job, CancellationToken cancellationToken);
}
