namespace Evolink;

/// <summary>Where jobs are written down. What a method has returned from survives the process; with it survives everything that is paid for.</summary>
/// <remarks>
/// Two things keep two processes from sending one job twice. A write names the version that it has read, and is refused where the job has
/// changed since. And whoever drives a shard takes a growing epoch first (<see cref="AcquireAsync"/>): a write that names an older one is
/// refused, so that a process which was thought dead can begin nothing any more. Facts that must not be lost, such as the id of a task that
/// is paid for, are written without an epoch. All members are thread-safe.
/// <para>
/// A stored job that cannot be read, since a newer version or somebody else wrote it, stops no other: who searches for jobs does not find it, who asks for it
/// gets an <see cref="EvolinkJobUnreadableException"/>, and a log names it once.
/// </para>
/// </remarks>
public interface IJobStore
{
    /// <summary>Takes over the jobs of one shard, or of all: from here on writes that name an older epoch are refused.</summary>
    /// <param name="shard">The shard, from 0 to <see cref="JobShards.Count"/> - 1; null for all of them.</param>
    /// <param name="owner">Who drives it, for people who look.</param>
    /// <param name="cancellationToken">Gives up waiting for a store that only one process at a time may drive.</param>
    /// <returns>The lease; dispose it when the process drives no more.</returns>
    Task<JobLease> AcquireAsync(int? shard, string owner, CancellationToken cancellationToken = default);

    /// <summary>Adds a job, unless its <see cref="GenerationJob.Key"/> is there already.</summary>
    /// <returns>The job as it is stored: this one, or the one that has the key.</returns>
    /// <exception cref="EvolinkJobUnreadableException">The one that has the key cannot be read; nothing was added.</exception>
    Task<GenerationJob> AddAsync(GenerationJob job, CancellationToken cancellationToken = default);

    /// <summary>Writes a job in place of the version that it has.</summary>
    /// <param name="job">The job; its <see cref="GenerationJob.Version"/> is the one that was read. The request, the key and the shard never change.</param>
    /// <param name="epoch">The epoch of the lease that this write needs; null for one that needs none.</param>
    /// <param name="cancellationToken">Gives up; whether it was written is not known then.</param>
    Task<JobWrite> UpdateAsync(GenerationJob job, long? epoch, CancellationToken cancellationToken = default);

    /// <summary>The job of an id; null where there is none.</summary>
    /// <exception cref="EvolinkJobUnreadableException">It is there, and cannot be read.</exception>
    Task<GenerationJob?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>The jobs of some ids, in any order; one that is not there, or cannot be read, is left out.</summary>
    Task<IReadOnlyList<GenerationJob>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default);

    /// <summary>The job of a caller's key; null where there is none.</summary>
    /// <exception cref="EvolinkJobUnreadableException">It is there, and cannot be read.</exception>
    Task<GenerationJob?> FindByKeyAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Queued jobs that may be sent by now, those first that have waited longest. However many cannot be read, the readable ones behind them are found.</summary>
    /// <param name="shards">The shards; null for all.</param>
    /// <param name="now">The moment.</param>
    /// <param name="limit">The most that are wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<GenerationJob>> FindDueAsync(IReadOnlyCollection<int>? shards, DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>The jobs that are under way: <see cref="JobState.Submitting"/>, <see cref="JobState.Running"/> and <see cref="JobState.Saving"/>.</summary>
    /// <param name="shards">The shards; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<OpenJob>> FindOpenAsync(IReadOnlyCollection<int>? shards, CancellationToken cancellationToken = default);

    /// <summary>The credits of all jobs that are <see cref="JobState.Submitting"/> or <see cref="JobState.Running"/>, as far as they are known.</summary>
    Task<decimal> SumOpenCreditsAsync(CancellationToken cancellationToken = default);

    /// <summary>All jobs, or those of one state, in the order in which they were enqueued.</summary>
    /// <remarks>Jobs that change while they are listed may be there twice or not at all. One that cannot be read is left out.</remarks>
    IAsyncEnumerable<GenerationJob> ListAsync(JobState? state, CancellationToken cancellationToken = default);

    /// <summary>How many jobs wait, run and need a person.</summary>
    /// <param name="now">The moment at which jobs are due.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<JobCounts> CountAsync(DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Deletes jobs that are <see cref="JobState.Completed"/>, <see cref="JobState.Failed"/>, <see cref="JobState.Canceled"/> or <see cref="JobState.Expired"/>, those first that ended first; never another.</summary>
    /// <param name="endedBefore">Only what ended before this moment.</param>
    /// <param name="limit">The most that are deleted by this call: a batch, so that nobody else waits for long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were deleted; less than <paramref name="limit"/> where no more are left.</returns>
    Task<int> PurgeAsync(DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken = default);

    /// <summary>Notes for whichever process follows a task that the task may have ended. A hint is gone after a minute.</summary>
    /// <param name="taskId">The task; it may be one that no job has.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task AddHintAsync(string taskId, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Those of some tasks for which there is a hint.</summary>
    Task<IReadOnlyList<string>> FindHintsAsync(IReadOnlyCollection<string> taskIds, CancellationToken cancellationToken = default);

    /// <summary>Takes away the hints that have reached whoever follows their tasks.</summary>
    Task RemoveHintsAsync(IReadOnlyCollection<string> taskIds, CancellationToken cancellationToken = default);

    /// <summary>What time it is for all who use the store, whatever the clocks of their machines say.</summary>
    Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken = default);
}
