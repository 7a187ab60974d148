namespace Evolink.Jobs.Running;

/// <summary>The tasks that this process polls for its jobs right now.</summary>
internal sealed class FollowedTasks
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _followers = new(StringComparer.Ordinal);

    public string[] Ids
    {
        get
        {
            lock (_lock) return [.. _followers.Keys];
        }
    }

    /// <summary>Counts a task as followed until disposed. Two jobs may have been told the same one.</summary>
    public IDisposable Add(string taskId)
    {
        lock (_lock) _followers[taskId] = _followers.GetValueOrDefault(taskId) + 1;
        return new Follower(this, taskId);
    }

    public bool Contains(string taskId)
    {
        lock (_lock) return _followers.ContainsKey(taskId);
    }

    private void Remove(string taskId)
    {
        lock (_lock)
        {
            if (--_followers[taskId] == 0) _followers.Remove(taskId);
        }
    }

    private sealed class Follower(FollowedTasks owner, string taskId) : IDisposable
    {
        public void Dispose() => owner.Remove(taskId);
    }
}
