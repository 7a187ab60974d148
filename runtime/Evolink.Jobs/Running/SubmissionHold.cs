namespace Evolink.Jobs.Running;

/// <summary>Keeps this process from beginning jobs while the service asks for fewer requests. What is queued waits and is not lost.</summary>
internal sealed class SubmissionHold(TimeProvider time)
{
    // One model's limit may be meant: after that long the jobs of other models have their turn, however long the service asks that one to wait.
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _end;

    /// <summary>Whether no job may begin right now.</summary>
    public bool IsActive
    {
        get
        {
            lock (_lock) return time.GetElapsedTime(_start) < _end;
        }
    }

    /// <summary>The service wants to be left alone for so long.</summary>
    public void Extend(TimeSpan pause)
    {
        lock (_lock)
        {
            TimeSpan end = time.GetElapsedTime(_start) + (pause < s_longest ? pause : s_longest);
            if (end > _end) _end = end;
        }
    }
}
