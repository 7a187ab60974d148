using Evolink.Jobs.Diagnostics;

namespace Evolink.Jobs.Running;

/// <summary>The next jobs to be sent, read some at a time. One that has changed since is found out when it is written.</summary>
internal sealed class DueJobs(JobServices services)
{
    private const int Page = 50;

    // After that they are read anew, so that what was enqueued or put off meanwhile has its place.
    private static readonly TimeSpan s_freshness = TimeSpan.FromSeconds(5);

    private readonly Queue<DueJob> _jobs = new();
    private long _readAt;

    /// <summary>Those whose turn it is, in their order; the first are read again as long as they are not taken.</summary>
    /// <param name="most">The most that are wanted.</param>
    /// <param name="mayBegin">Whether this process may begin a job.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<DueJob>> PeekAsync(int most, Func<GenerationJob, bool> mayBegin, CancellationToken cancellationToken)
    {
        if (_jobs.Count == 0 || services.Time.GetElapsedTime(_readAt) > s_freshness) await ReadAsync(cancellationToken).ConfigureAwait(false);
        DueJob[] wanted = [.. _jobs.Where(due => mayBegin(due.Job)).Take(most)];
        if (wanted.Length == 0) _jobs.Clear();
        foreach (DueJob due in wanted) due.Credits ??= EstimateOf(due.Job);
        return wanted;
    }

    /// <summary>Takes the first out that were begun, and what stood before them and could not be.</summary>
    public void Take(IEnumerable<DueJob> begun)
    {
        foreach (DueJob due in begun)
        {
            while (_jobs.TryDequeue(out DueJob? first) && first != due)
            {
                // It is driven already, or its shard by another process.
            }
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        _jobs.Clear();

        // Those of a shard that is about to move may be many, and would stand before all others.
        IReadOnlyCollection<int>? shards = services.Shards.Admitting;
        if (shards is { Count: 0 }) return;
        foreach (GenerationJob job in await services.Store.FindDueAsync(shards, services.Clock.UtcNow, Page, cancellationToken).ConfigureAwait(false)) _jobs.Enqueue(new DueJob(job));
        _readAt = services.Time.GetTimestamp();
    }

    private decimal? EstimateOf(GenerationJob job)
    {
        try
        {
            return services.Estimate.Find(job);
        }
        catch (Exception thrown)
        {
            JobLog.Ignored(services.Logger, "EstimateCredits", job.Id, thrown.GetType().Name);
            return null;
        }
    }
}

/// <summary>A job whose turn it is.</summary>
internal sealed class DueJob(GenerationJob job)
{
    public GenerationJob Job { get; } = job;

    /// <summary>What it will probably cost; null where nobody knows.</summary>
    public decimal? Credits { get; set; }
}
