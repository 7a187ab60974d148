using Evolink.Jobs.Running;

namespace Evolink.Jobs.Client;

/// <summary>The jobs that are waited for here and driven elsewhere. The store is asked for all of them together, however many wait.</summary>
internal sealed class WatchedJobs(JobServices services, TimeSpan interval)
{
    /// <summary>The most that one query names.</summary>
    private const int Page = 500;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _watchers = new(StringComparer.Ordinal);
    private bool _isLooking;

    /// <summary>Has what the store says of a job published to <see cref="JobChanges"/>, at each interval until disposed.</summary>
    public IDisposable Add(string jobId)
    {
        lock (_lock)
        {
            _watchers[jobId] = _watchers.GetValueOrDefault(jobId) + 1;

            // Without the context of the first to wait: it looks for all.
            if (!_isLooking) ThreadPool.UnsafeQueueUserWorkItem(static watched => _ = watched.LookAsync(), this, preferLocal: false);
            _isLooking = true;
        }

        return new Watcher(this, jobId);
    }

    /// <summary>Looks until nobody waits.</summary>
    private async Task LookAsync()
    {
        while (true)
        {
            await Task.Delay(interval, services.Time).ConfigureAwait(false);
            string[] ids;
            lock (_lock)
            {
                _isLooking = _watchers.Count > 0;
                if (!_isLooking) return;
                ids = [.. _watchers.Keys];
            }

            try
            {
                foreach (string[] page in ids.Chunk(Page))
                {
                    foreach (GenerationJob job in await services.Store.FindManyAsync(page, CancellationToken.None).ConfigureAwait(false)) services.Changes.Publish(job);
                }
            }
            catch (Exception)
            {
                // Whoever hears nothing for a while asks for himself, and learns why.
            }
        }
    }

    private void Remove(string jobId)
    {
        lock (_lock)
        {
            if (--_watchers[jobId] == 0) _watchers.Remove(jobId);
        }
    }

    private sealed class Watcher(WatchedJobs owner, string jobId) : IDisposable
    {
        public void Dispose() => owner.Remove(jobId);
    }
}
