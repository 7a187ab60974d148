using System.Runtime.CompilerServices;
using Evolink.Jobs.Stores.Rows;

namespace Evolink.Jobs.Stores;

/// <summary>Jobs in memory, for tests: everything but the survival.</summary>
internal sealed class InMemoryJobStore(TimeProvider time) : IJobStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, GenerationJob> _jobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, DateTimeOffset> _hints = new(StringComparer.Ordinal);
    private readonly long[] _epochs = new long[JobShards.Count];

    public Task<JobLease> AcquireAsync(int? shard, string owner, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Span<long> taken = shard is { } one ? _epochs.AsSpan(one, 1) : _epochs;
            long epoch = 0;
            foreach (long known in taken) epoch = Math.Max(epoch, known);
            taken.Fill(epoch + 1);
            return Task.FromResult(new JobLease(epoch + 1));
        }
    }

    public Task<GenerationJob> AddAsync(GenerationJob job, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (job.Key is { } key && !_keys.TryAdd(key, job.Id)) return Task.FromResult(_jobs[_keys[key]]);
            _jobs.Add(job.Id, job);
            _order.Add(job.Id);
            return Task.FromResult(job);
        }
    }

    public Task<JobWrite> UpdateAsync(GenerationJob job, long? epoch, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (epoch is { } named && _epochs[job.Shard] != named) return Task.FromResult(JobWrite.Fenced);
            if (!_jobs.TryGetValue(job.Id, out GenerationJob? stored) || stored.Version != job.Version) return Task.FromResult(JobWrite.Conflict);
            _jobs[job.Id] = job with { Version = job.Version + 1 };
            return Task.FromResult(JobWrite.Stored);
        }
    }

    public Task<GenerationJob?> FindAsync(string id, CancellationToken cancellationToken)
    {
        lock (_gate) return Task.FromResult(_jobs.GetValueOrDefault(id));
    }

    public Task<IReadOnlyList<GenerationJob>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        lock (_gate) return Task.FromResult<IReadOnlyList<GenerationJob>>([.. ids.Select(_jobs.GetValueOrDefault).OfType<GenerationJob>()]);
    }

    public Task<GenerationJob?> FindByKeyAsync(string key, CancellationToken cancellationToken)
    {
        lock (_gate) return Task.FromResult(_keys.TryGetValue(key, out string? id) ? _jobs[id] : null);
    }

    public Task<IReadOnlyList<GenerationJob>> FindDueAsync(IReadOnlyCollection<int>? shards, DateTimeOffset now, int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<GenerationJob>>(
        [.. All().Where(job => job.State == JobState.Queued && job.NotBefore <= now && shards?.Contains(job.Shard) != false).OrderBy(static job => job.NotBefore).Take(limit)]);

    public Task<IReadOnlyList<OpenJob>> FindOpenAsync(IReadOnlyCollection<int>? shards, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<OpenJob>>(
        [.. All().Where(job => job.State is JobState.Submitting or JobState.Running or JobState.Saving && shards?.Contains(job.Shard) != false).Select(static job => new OpenJob(job.Id, job.State))]);

    public Task<decimal> SumOpenCreditsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(All().Where(static job => job.State is JobState.Submitting or JobState.Running).Sum(static job => job.Credits ?? 0));

    public async IAsyncEnumerable<GenerationJob> ListAsync(JobState? state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (GenerationJob job in All())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((state ?? job.State) == job.State) yield return job;
        }
    }

    public Task<JobCounts> CountAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        GenerationJob[] counted = [.. All().Where(static job => !IsPurgeable(job))];
        GenerationJob[] due = [.. counted.Where(job => job.State == JobState.Queued && job.NotBefore <= now)];
        return Task.FromResult(new JobCounts
        {
            ByState = counted.CountBy(static job => job.State).ToDictionary(),
            OldestDue = due.Length == 0 ? null : due.Min(static job => job.NotBefore),
        });
    }

    public Task<int> PurgeAsync(DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            GenerationJob[] old =
            [
                .. _jobs.Values
                    .Where(job => IsPurgeable(job) && job.EndedAt < endedBefore)
                    .OrderBy(static job => job.EndedAt)
                    .Take(limit),
            ];
            foreach (GenerationJob job in old)
            {
                _jobs.Remove(job.Id);
                _order.Remove(job.Id);
                if (job.Key is { } key) _keys.Remove(key);
            }

            return Task.FromResult(old.Length);
        }
    }

    public Task AddHintAsync(string taskId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (string old in _hints.Where(hint => now - hint.Value > JobColumns.HintLifetime).Select(static hint => hint.Key).ToArray()) _hints.Remove(old);
            _hints[taskId] = now;
            return Task.CompletedTask;
        }
    }

    public Task<IReadOnlyList<string>> FindHintsAsync(IReadOnlyCollection<string> taskIds, CancellationToken cancellationToken)
    {
        lock (_gate) return Task.FromResult<IReadOnlyList<string>>([.. taskIds.Where(_hints.ContainsKey)]);
    }

    public Task RemoveHintsAsync(IReadOnlyCollection<string> taskIds, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (string taskId in taskIds) _hints.Remove(taskId);
            return Task.CompletedTask;
        }
    }

    public Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) => Task.FromResult(time.GetUtcNow());

    // What has ended for good; OutcomeUnknown waits for a person.
    private static bool IsPurgeable(GenerationJob job) => job.IsEnd && job.State != JobState.OutcomeUnknown;

    private GenerationJob[] All()
    {
        lock (_gate) return [.. _order.Select(id => _jobs[id])];
    }
}
