namespace Evolink.Simulation;

/// <summary>The latest requests, in the order in which their answers began.</summary>
internal sealed class RequestLog(Action<RequestRecord>? onRequest)
{
    // A simulator may run for days.
    private const int Kept = 200_000;

    private readonly Lock _lock = new();
    private readonly Queue<RequestRecord> _records = [];

    public void Add(RequestRecord record)
    {
        lock (_lock)
        {
            _records.Enqueue(record);
            if (_records.Count > Kept) _records.Dequeue();
        }
        onRequest?.Invoke(record);
    }

    public IReadOnlyList<RequestRecord> All()
    {
        lock (_lock) return [.. _records];
    }
}
