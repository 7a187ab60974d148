namespace Evolink;

/// <summary>Knows what became of a request that was being sent when its process ended: from a list of tasks that your vendor gives, a proxy's log, a rule of your own.</summary>
/// <remarks>A host that registers none has such jobs end as <see cref="JobState.OutcomeUnknown"/>, for a person to decide.</remarks>
public interface IOutcomeResolver
{
    /// <summary>Says what became of a submission.</summary>
    /// <param name="job">The job; <see cref="GenerationJob.SubmissionKey"/> is the <c>Idempotency-Key</c> that was sent, <see cref="GenerationJob.UpdatedAt"/> when the send began.</param>
    /// <param name="cancellationToken">Signalled when the host stops.</param>
    Task<SubmissionOutcome> ResolveAsync(GenerationJob job, CancellationToken cancellationToken);
}
