namespace Evolink.Webhooks;

/// <summary>The tasks that were handled lately, so that a callback that comes again is handled once. The oldest make room.</summary>
internal sealed class RecentTasks
{
    private const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _ids = [];
    private readonly Queue<string> _order = [];

    /// <summary>Takes a task's id in.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(string id)
    {
        lock (_lock)
        {
            if (!_ids.Add(id)) return false;
            _order.Enqueue(id);
            if (_order.Count > Capacity) _ids.Remove(_order.Dequeue());
            return true;
        }
    }

    /// <summary>Takes it out: the next callback for it counts again.</summary>
    public void Remove(string id)
    {
        lock (_lock) _ids.Remove(id);
    }
}
