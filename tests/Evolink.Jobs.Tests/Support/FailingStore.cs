namespace Evolink.Jobs.Tests.Support;

/// <summary>A store whose database goes away when a test says so: before a call is carried out, or after that and before its answer has come back.</summary>
internal sealed class FailingStore(IJobStore store) : IJobStore
{
    /// <summary>Whether a write fails, and nothing is written.</summary>
    public Func<GenerationJob, bool> FailsBefore { get; set; } = static _ => false;

    /// <summary>Whether a write fails that was carried out.</summary>
    public Func<GenerationJob, bool> FailsAfter { get; set; } = static _ => false;

    /// <summary>Called before the open jobs are looked for.</summary>
    public Action FindsOpen { get; set; } = static () => { };

    /// <summary>Called before old jobs are deleted.</summary>
    public Action Purges { get; set; } = static () => { };

    /// <summary>Called before hints are looked for.</summary>
    public Action FindsHints { get; set; } = static () => { };

    /// <summary>Called before one job is looked for.</summary>
    public Action Finds { get; set; } = static () => { };

    /// <summary>Called before several jobs are looked for.</summary>
    public Action FindsMany { get; set; } = static () => { };

    public async Task<JobWrite> UpdateAsync(GenerationJob job, long? epoch, CancellationToken cancellationToken)
    {
        if (FailsBefore(job)) throw new IOException("The database is not there.");
        JobWrite write = await store.UpdateAsync(job, epoch, cancellationToken);
        return FailsAfter(job) ? throw new IOException("The connection was lost.") : write;
    }

    public Task<IReadOnlyList<OpenJob>> FindOpenAsync(IReadOnlyCollection<int>? shards, CancellationToken cancellationToken)
    {
        FindsOpen();
        return store.FindOpenAsync(shards, cancellationToken);
    }

    public Task<JobLease> AcquireAsync(int? shard, string owner, CancellationToken cancellationToken) => store.AcquireAsync(shard, owner, cancellationToken);

    public Task<GenerationJob> AddAsync(GenerationJob job, CancellationToken cancellationToken) => store.AddAsync(job, cancellationToken);

    public Task<GenerationJob?> FindAsync(string id, CancellationToken cancellationToken)
    {
        Finds();
        return store.FindAsync(id, cancellationToken);
    }

    public Task<IReadOnlyList<GenerationJob>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        FindsMany();
        return store.FindManyAsync(ids, cancellationToken);
    }

    public Task<GenerationJob?> FindByKeyAsync(string key, CancellationToken cancellationToken) => store.FindByKeyAsync(key, cancellationToken);

    public Task<IReadOnlyList<GenerationJob>> FindDueAsync(IReadOnlyCollection<int>? shards, DateTimeOffset now, int limit, CancellationToken cancellationToken) => store.FindDueAsync(shards, now, limit, cancellationToken);

    public Task<decimal> SumOpenCreditsAsync(CancellationToken cancellationToken) => store.SumOpenCreditsAsync(cancellationToken);

    public IAsyncEnumerable<GenerationJob> ListAsync(JobState? state, CancellationToken cancellationToken) => store.ListAsync(state, cancellationToken);

    public Task<JobCounts> CountAsync(DateTimeOffset now, CancellationToken cancellationToken) => store.CountAsync(now, cancellationToken);

    public Task<int> PurgeAsync(DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken)
    {
        Purges();
        return store.PurgeAsync(endedBefore, limit, cancellationToken);
    }

    public Task AddHintAsync(string taskId, DateTimeOffset now, CancellationToken cancellationToken) => store.AddHintAsync(taskId, now, cancellationToken);

    public Task<IReadOnlyList<string>> FindHintsAsync(IReadOnlyCollection<string> taskIds, CancellationToken cancellationToken)
    {
        FindsHints();
        return store.FindHintsAsync(taskIds, cancellationToken);
    }

    public Task RemoveHintsAsync(IReadOnlyCollection<string> taskIds, CancellationToken cancellationToken) => store.RemoveHintsAsync(taskIds, cancellationToken);

    public Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) => store.GetTimeAsync(cancellationToken);
}
