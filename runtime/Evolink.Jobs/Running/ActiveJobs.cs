using Microsoft.Extensions.Logging;

namespace Evolink.Jobs.Running;

/// <summary>The jobs that this process drives right now.</summary>
internal sealed class ActiveJobs(ILogger logger)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public int Count
    {
        get
        {
            lock (_gate) return _entries.Count;
        }
    }

    public string[] Ids
    {
        get
        {
            lock (_gate) return [.. _entries.Keys];
        }
    }

    /// <summary>What they cost together, as far as that is known.</summary>
    public decimal Credits
    {
        get
        {
            lock (_gate) return _entries.Values.Sum(static entry => entry.Credits);
        }
    }

    public bool Contains(string id)
    {
        lock (_gate) return _entries.ContainsKey(id);
    }

    /// <summary>Whether a job of the shard is being sent.</summary>
    public bool IsSending(int shard)
    {
        lock (_gate) return _entries.Values.Any(entry => entry.Shard == shard && entry.IsSending);
    }

    /// <summary>Drives a job, unless it is driven already or its shard is given away: whoever waits for the shard's jobs may have counted them.</summary>
    /// <param name="job">The job.</param>
    /// <param name="isSent">Whether it is sent at once.</param>
    /// <param name="drive">Drives it.</param>
    /// <param name="cancellationToken">Signalled when its shard is driven no more.</param>
    /// <param name="mayBegin">Whether it may begin at all, asked in one step with the beginning: who has said no and then finds nothing being sent can rely on it.</param>
    public void Start(GenerationJob job, bool isSent, Func<CancellationToken, Task> drive, CancellationToken cancellationToken, Func<bool>? mayBegin = null)
    {
        Entry entry = new(CancellationTokenSource.CreateLinkedTokenSource(cancellationToken), job) { IsSending = isSent };
        lock (_gate)
        {
            if (cancellationToken.IsCancellationRequested || mayBegin?.Invoke() == false || !_entries.TryAdd(job.Id, entry))
            {
                entry.Stop.Dispose();
                return;
            }

            entry.Task = Task.Run(() => RunAsync(job.Id, entry, drive), CancellationToken.None);
        }
    }

    /// <summary>Remembers how far a job is, and what it costs by now.</summary>
    public void Note(GenerationJob job)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(job.Id, out Entry? entry)) return;

            // A job may be written without another send: when its cancellation is wished for, or the record of its send is renewed.
            entry.IsSending = job.State == JobState.Submitting && (entry.IsSending || job.Sends > entry.Sends);
            (entry.Sends, entry.Credits) = (job.Sends, job.Credits ?? 0);
        }
    }

    /// <summary>Stops driving a job that has ended elsewhere.</summary>
    public void Interrupt(string id)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(id, out Entry? entry)) _ = HostCode.CancelAsync(entry.Stop, logger);
        }
    }

    /// <summary>When all of a shard have stopped.</summary>
    public Task WhenAllAsync(int shard)
    {
        lock (_gate) return Task.WhenAll(_entries.Values.Where(entry => entry.Shard == shard).Select(static entry => entry.Task));
    }

    private async Task RunAsync(string id, Entry entry, Func<CancellationToken, Task> drive)
    {
        try
        {
            await drive(entry.Stop.Token).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate) _entries.Remove(id);
            entry.Stop.Dispose();
        }
    }

    private sealed class Entry(CancellationTokenSource stop, GenerationJob job)
    {
        public CancellationTokenSource Stop { get; } = stop;

        public int Shard { get; } = job.Shard;

        public decimal Credits { get; set; } = job.Credits ?? 0;

        public int Sends { get; set; } = job.Sends;

        public bool IsSending { get; set; }

        public Task Task { get; set; } = Task.CompletedTask;
    }
}
