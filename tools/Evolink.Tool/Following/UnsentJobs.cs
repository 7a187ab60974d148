namespace Evolink.Tool.Following;

/// <summary>Jobs that are left before they were sent: they are not sent later, when nobody thinks of them any more.</summary>
internal static class UnsentJobs
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    // A refusal comes within seconds. Whoever pressed Ctrl-C waits no longer for one.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Cancels those that still wait for their turn; what was sent goes on. One that is being sent may be turned away, and would wait for its turn again.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> CancelAsync(IGenerationJobs jobs, IEnumerable<string> ids)
    {
        int count = 0;
        List<string> left = [.. ids];
        using CancellationTokenSource patience = new(s_patience);
        while (true)
        {
            List<string> sending = [];
            foreach (string id in left)
            {
                JobState? state = (await jobs.FindAsync(id, CancellationToken.None))?.State;
                if (state == JobState.Submitting) sending.Add(id);
                if (state != JobState.Queued) continue;
                await jobs.CancelAsync(id, CancellationToken.None);
                count++;
            }

            if (sending.Count == 0 || patience.IsCancellationRequested) return count;
            left = sending;
            await Task.Delay(s_pause, CancellationToken.None);
        }
    }
}
