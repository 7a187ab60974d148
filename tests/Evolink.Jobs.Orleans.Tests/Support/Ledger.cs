namespace Evolink.Jobs.Orleans.Tests.Support;

/// <summary>What the service has charged, held against what the jobs know.</summary>
internal static class Ledger
{
    /// <summary>Every job has ended; each charge is one that a job knows, or says that it does not know; nothing was sent twice.</summary>
    public static void AssertHolds(IReadOnlyList<LedgerEntry> charges, IReadOnlyList<GenerationJob> jobs)
    {
        Dictionary<string, GenerationJob> byKey = jobs.ToDictionary(static job => job.SubmissionKey);

        Assert.All(jobs, static job => Assert.True(job.State is JobState.Completed or JobState.OutcomeUnknown, $"{job} {job.Error}"));
        Assert.Equal(charges.Count, charges.Select(static charge => charge.IdempotencyKey).Distinct().Count());
        Assert.All(charges, charge => Assert.True(byKey[charge.IdempotencyKey!] is var job && (job.TaskId == charge.TaskId || job.State == JobState.OutcomeUnknown), $"{charge} is lost: {job}"));
        Assert.All(jobs.Where(static job => job.State == JobState.Completed), job => Assert.Contains(charges, charge => charge.TaskId == job.TaskId));
    }
}
