using System.Runtime.CompilerServices;
using Evolink.Jobs.Core;
using Evolink.Jobs.Diagnostics;
using Evolink.Jobs.Requests;
using Evolink.Jobs.Running;

namespace Evolink.Jobs.Client;

/// <summary>The jobs of one store, as their owners see them. Drives nothing.</summary>
internal sealed class GenerationJobs(JobServices services, EndedJobs ended, TimeSpan watchInterval) : IGenerationJobs
{
    // In the process that drives a job every change is told, and in any other what the store says at each interval. Who hears nothing looks for himself: the driver
    // may have changed, and the job be gone, or the store.
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(15);

    private readonly WatchedJobs _watched = new(services, watchInterval);
    private readonly TimeSpan _silence = watchInterval < s_silence / 3 ? s_silence : watchInterval * 3;

    public async Task<GenerationJob> EnqueueAsync(GenerationRequest request, JobOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        options ??= new JobOptions();
        EnqueueOptions.ThrowIfInvalid(options);
        request.Validate();
        await services.Clock.SynchronizeAsync(cancellationToken).ConfigureAwait(false);
        GenerationJob job = Create(request, options);
        GenerationJob stored = await services.Store.AddAsync(job, cancellationToken).ConfigureAwait(false);
        if (stored.Id != job.Id)
        {
            return stored.RequestType == job.RequestType && stored.Request == job.Request ? stored : throw new EvolinkJobKeyException(options.Key!, stored.Id);
        }

        JobTelemetry.Enqueued(stored);
        services.Changes.PublishStored(stored);
        return stored;
    }

    public async Task<GenerationJob> WaitAsync(string jobId, CancellationToken cancellationToken)
    {
        GenerationJob? last = null;
        await foreach (GenerationJob job in WatchAsync(jobId, cancellationToken).ConfigureAwait(false)) last = job;
        return last!;
    }

    public async IAsyncEnumerable<GenerationJob> WatchAsync(string jobId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(jobId);
        using JobChanges.Subscription changes = services.Changes.Subscribe(jobId);
        GenerationJob last = await ReadAsync(jobId, cancellationToken).ConfigureAwait(false);
        yield return last;
        IDisposable? watched = null;
        try
        {
            while (!last.IsEnd)
            {
                if (services.Shards.Find(last.Shard) is null)
                {
                    watched ??= _watched.Add(jobId);
                }
                else
                {
                    watched?.Dispose();
                    watched = null;
                }

                GenerationJob next = await changes.NextAsync(_silence, services.Time, cancellationToken).ConfigureAwait(false)
                    ?? await ReadAsync(jobId, cancellationToken).ConfigureAwait(false);
                if (next.Version < last.Version || (next.Version == last.Version && next.Progress <= last.Progress)) continue;
                last = next;
                yield return last;
            }
        }
        finally
        {
            watched?.Dispose();
        }
    }

    public Task<GenerationJob?> FindAsync(string jobId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(jobId);
        return services.Store.FindAsync(jobId, cancellationToken);
    }

    public Task<GenerationJob?> FindByKeyAsync(string key, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return services.Store.FindByKeyAsync(key, cancellationToken);
    }

    public IAsyncEnumerable<GenerationJob> ListAsync(JobState? state, CancellationToken cancellationToken) => services.Store.ListAsync(state, cancellationToken);

    public Task<GenerationJob> CancelAsync(string jobId, CancellationToken cancellationToken) => ApplyAsync(jobId, new JobEvent.CancelRequested(), null, cancellationToken);

    public Task<GenerationJob> ResolveAsync(string jobId, string taskId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(taskId);
        return ApplyAsync(jobId, new JobEvent.Resolved(taskId), [JobState.OutcomeUnknown, JobState.Expired], cancellationToken);
    }

    public Task<GenerationJob> AbandonAsync(string jobId, CancellationToken cancellationToken) =>
        ApplyAsync(jobId, new JobEvent.Abandoned(), [JobState.OutcomeUnknown], cancellationToken);

    public async Task<int> PurgeAsync(TimeSpan olderThan, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(olderThan, TimeSpan.Zero);
        await services.Clock.SynchronizeAsync(cancellationToken).ConfigureAwait(false);
        for (int total = 0; ;)
        {
            int deleted = await ended.PurgeAsync(olderThan, cancellationToken).ConfigureAwait(false);
            total += deleted;
            if (deleted < EndedJobs.Batch) return total;
        }
    }

    private async Task<GenerationJob> ReadAsync(string jobId, CancellationToken cancellationToken) =>
        await services.Store.FindAsync(jobId, cancellationToken).ConfigureAwait(false) ?? throw new KeyNotFoundException($"There is no job '{jobId}'.");

    /// <summary>Applies a wish to whatever the job is by now, where that is one of some states or the wish is for any. What follows from it is done by whoever drives the job.</summary>
    private async Task<GenerationJob> ApplyAsync(string jobId, JobEvent happened, JobState[]? states, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(jobId);
        await services.Clock.SynchronizeAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            GenerationJob job = await ReadAsync(jobId, cancellationToken).ConfigureAwait(false);
            if (states?.Contains(job.State) == false) throw new InvalidOperationException($"The job {jobId} is {job.State}, and not {string.Join(" or ", states)}.");
            JobTransition transition = JobMachine.Apply(job, happened, services.Clock.UtcNow);
            if (ReferenceEquals(transition.Job, job)) return job;
            if (await services.Store.UpdateAsync(transition.Job, null, cancellationToken).ConfigureAwait(false) != JobWrite.Stored) continue;
            GenerationJob stored = transition.Job with { Version = job.Version + 1 };
            services.Changes.PublishStored(stored);

            // Nobody may be driving; and whoever saves at this moment clears away once more when he has stopped.
            if (transition.Effects.Contains(JobEffect.Forget)) await Leftovers.ClearAsync(services, stored).ConfigureAwait(false);
            if (transition.Effects.Contains(JobEffect.Announce))
            {
                if (stored.IsEnd) JobTelemetry.Ended(stored);
                services.Changes.Announce(stored);
            }

            return stored;
        }
    }

    private GenerationJob Create(GenerationRequest request, JobOptions options)
    {
        (string model, string type, string json) = RequestCodec.Write(request);
        DateTimeOffset now = services.Clock.UtcNow;

        // Ids of one time lie side by side, which keeps the store's index small.
        string id = $"job-{Guid.CreateVersion7(now):N}";
        return new GenerationJob
        {
            Id = id,
            Key = options.Key,
            Model = model,
            RequestType = type,
            Request = json,
            Shard = JobShards.Find(id),
            CreatedAt = now,
            UpdatedAt = now,
            NotBefore = now,
            SaveTo = options.SaveTo is { } saveTo ? services.Sink.Locate(saveTo) : null,
            MaxCredits = options.MaxCredits,
            FallbackModels = [.. options.FallbackModels],
            SubmitRetry = options.SubmitRetry ?? services.Client.SubmitRetry,
            ExpiresAfter = options.ExpiresAfter,
        };
    }
}
