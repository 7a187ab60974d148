namespace Evolink.Tool.Following;

/// <summary>Jobs that are left before they were sent: they are not sent later, when nobody thinks of them any more.</summary>
internal static class UnsentJobs
{
    /// <summary>Cancels those that still wait for their turn; what was sent goes on.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> CancelAsync(IGenerationJobs jobs, IEnumerable<string> ids)
    {
        int count = 0;
        foreach (string id in ids)
        {
            if (await jobs.FindAsync(id, CancellationToken.None) is not { State: JobState.Queued }) continue;
            await jobs.CancelAsync(id, CancellationToken.None);
            count++;
        }

        return count;
    }
}
