namespace Evolink.Jobs.Limits;

/// <summary>Lets jobs begin as the limits allow: in this process where one drives all jobs, else by asking the one of the cluster that counts for all.</summary>
internal interface IJobGate
{
    /// <summary>Reports what a process drives, and asks for jobs to be begun.</summary>
    ValueTask<JobPermits> TakeAsync(JobDemand demand, CancellationToken cancellationToken);
}

/// <summary>What one process drives, and what it would begin.</summary>
/// <param name="Active">The jobs that it drives.</param>
/// <param name="ActiveCredits">What they cost together, as far as that is known.</param>
/// <param name="Wanted">The estimates of the jobs that it would begin, in their turn; null where nobody knows.</param>
internal readonly record struct JobDemand(int Active, decimal ActiveCredits, IReadOnlyList<decimal?> Wanted);

/// <summary>What may be begun.</summary>
/// <param name="Count">How many of the wanted jobs, from the first on.</param>
/// <param name="IsPaced">Whether it is the rate that keeps the others waiting, so that asking again before <paramref name="RetryAfter"/> is of no use.</param>
/// <param name="RetryAfter">When to ask for the others; zero where all may begin.</param>
internal readonly record struct JobPermits(int Count, bool IsPaced, TimeSpan RetryAfter);
