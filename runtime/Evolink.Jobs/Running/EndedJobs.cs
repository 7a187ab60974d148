using Evolink.Jobs.Diagnostics;

namespace Evolink.Jobs.Running;

/// <summary>Deletes jobs that ended long ago, a batch at a time.</summary>
internal sealed class EndedJobs(JobServices services, TimeSpan? keepFor)
{
    /// <summary>The most that are deleted by one statement.</summary>
    public const int Batch = 500;

    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(10);

    private long _lookedAt;
    private bool _hasMore = true;

    /// <summary>Deletes a batch, where the host wants it and it is time.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        // Whoever drives the first shard does it for all.
        if (keepFor is not { } age || services.Shards.Find(0) is null) return;
        if (!_hasMore && services.Time.GetElapsedTime(_lookedAt) < s_interval) return;
        _lookedAt = services.Time.GetTimestamp();
        int deleted = await PurgeAsync(age, cancellationToken).ConfigureAwait(false);
        _hasMore = deleted == Batch;
        if (deleted > 0) JobLog.Purged(services.Logger, deleted, age);
    }

    /// <summary>Deletes one batch of what ended longer ago than this.</summary>
    /// <returns>How many were deleted; less than <see cref="Batch"/> where none is left.</returns>
    public Task<int> PurgeAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        DateTimeOffset now = services.Clock.UtcNow;
        return age > now - DateTimeOffset.MinValue ? Task.FromResult(0) : services.Store.PurgeAsync(now - age, Batch, cancellationToken);
    }
}
