namespace Evolink.Jobs.Running;

/// <summary>Jobs that this process leaves alone for a while, since its last try with them failed. Meanwhile they hold no place of another's.</summary>
internal sealed class RestingJobs(TimeProvider time)
{
    // By then another process has the job, or it has ended elsewhere.
    private static readonly TimeSpan s_memory = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Rest> _rests = new(StringComparer.Ordinal);

    /// <summary>Whether a job is to be left alone yet.</summary>
    public bool Contains(string id)
    {
        lock (_lock) return _rests.TryGetValue(id, out Rest rest) && time.GetElapsedTime(rest.Since) < rest.Pause;
    }

    /// <summary>How often in a row it had failed when it was laid to rest.</summary>
    public int FailuresOf(string id)
    {
        lock (_lock) return _rests.TryGetValue(id, out Rest rest) ? rest.Failures : 0;
    }

    /// <summary>Lets a job rest.</summary>
    public void Add(string id, int failures, TimeSpan pause)
    {
        lock (_lock)
        {
            foreach ((string other, Rest rest) in _rests)
            {
                if (time.GetElapsedTime(rest.Since) > s_memory) _rests.Remove(other);
            }

            _rests[id] = new Rest(failures, time.GetTimestamp(), pause);
        }
    }

    /// <summary>Forgets a job that has gone on.</summary>
    public void Remove(string id)
    {
        lock (_lock) _rests.Remove(id);
    }

    private readonly record struct Rest(int Failures, long Since, TimeSpan Pause);
}
