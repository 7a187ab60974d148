namespace Evolink.Jobs.Running;

/// <summary>The jobs that this process drives right now.</summary>
internal sealed class ActiveJobs
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

    /// <summary>Drives a job, unless it is driven already.</summary>
    public void Start(GenerationJob job, Func<CancellationToken, Task> drive, CancellationToken cancellationToken)
    {
        Entry entry = new(CancellationTokenSource.CreateLinkedTokenSource(cancellationToken), job.Credits ?? 0);
        lock (_gate)
        {
            if (!_entries.TryAdd(job.Id, entry))
            {
                entry.Stop.Dispose();
                return;
            }

            entry.Task = Task.Run(() => RunAsync(job.Id, entry, drive), CancellationToken.None);
        }
    }

    /// <summary>Stops driving a job that has ended elsewhere.</summary>
    public void Interrupt(string id)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(id, out Entry? entry)) entry.Stop.CancelAfter(TimeSpan.Zero);
        }
    }

    /// <summary>When all have stopped.</summary>
    public Task WhenAllAsync()
    {
        lock (_gate) return Task.WhenAll(_entries.Values.Select(static entry => entry.Task));
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

    private sealed class Entry(CancellationTokenSource stop, decimal credits)
    {
        public CancellationTokenSource Stop { get; } = stop;

        public decimal Credits { get; } = credits;

        public Task Task { get; set; } = Task.CompletedTask;
    }
}
