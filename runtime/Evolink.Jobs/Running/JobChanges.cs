using System.Threading.Channels;
using Evolink.Jobs.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Evolink.Jobs.Running;

/// <summary>Tells those who wait in this process what changes in this process. What changes elsewhere they read from the store.</summary>
internal sealed class JobChanges(IEnumerable<IJobObserver> observers, ILogger logger)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Channel<GenerationJob>>> _waiting = new(StringComparer.Ordinal);
    private readonly IJobObserver[] _observers = [.. observers];

    /// <summary>Raised with each job that was stored here, for whoever drives.</summary>
    public event Action<GenerationJob>? Stored;

    /// <summary>Tells of a job as it was stored, or of its progress.</summary>
    public void Publish(GenerationJob job)
    {
        lock (_gate)
        {
            if (!_waiting.TryGetValue(job.Id, out List<Channel<GenerationJob>>? channels)) return;
            foreach (Channel<GenerationJob> channel in channels) channel.Writer.TryWrite(job);
        }
    }

    /// <summary>Tells of a write.</summary>
    public void PublishStored(GenerationJob job)
    {
        Publish(job);
        Stored?.Invoke(job);
    }

    /// <summary>Tells of another state.</summary>
    public void Announce(GenerationJob job)
    {
        foreach (IJobObserver observer in _observers)
        {
            try
            {
                observer.JobChanged(job);
            }
            catch (Exception thrown)
            {
                // It only watches.
                JobLog.Ignored(logger, observer.GetType().Name, job.Id, thrown.GetType().Name);
            }
        }
    }

    /// <summary>Listens to one job until disposed.</summary>
    public Subscription Subscribe(string jobId)
    {
        Channel<GenerationJob> channel = Channel.CreateBounded<GenerationJob>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
        {
            if (!_waiting.TryGetValue(jobId, out List<Channel<GenerationJob>>? channels)) _waiting.Add(jobId, channels = []);
            channels.Add(channel);
        }

        return new Subscription(this, jobId, channel);
    }

    /// <summary>A place of one who listens.</summary>
    public sealed class Subscription(JobChanges owner, string jobId, Channel<GenerationJob> channel) : IDisposable
    {
        /// <summary>The next change; null where none comes in time.</summary>
        public async Task<GenerationJob?> NextAsync(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
        {
            using CancellationTokenSource timeout = new(limit, time);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            try
            {
                return await channel.Reader.ReadAsync(either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return null;
            }
        }

        public void Dispose()
        {
            lock (owner._gate)
            {
                List<Channel<GenerationJob>> channels = owner._waiting[jobId];
                channels.Remove(channel);
                if (channels.Count == 0) owner._waiting.Remove(jobId);
            }
        }
    }
}
