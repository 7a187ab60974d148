namespace Evolink.Simulation;

/// <summary>The latest requests, in the order of their arrival.</summary>
internal sealed class RequestLog(Action<RequestRecord>? onRequest)
{
    // A simulator may run for days.
    private const int Kept = 200_000;

    private readonly Lock _lock = new();
    private readonly Queue<LoggedRequest> _requests = [];
    private int _number;

    /// <summary>Notes a request that has just arrived.</summary>
    public LoggedRequest Add(RequestRecord record)
    {
        lock (_lock)
        {
            LoggedRequest request = new(++_number, record, onRequest);
            _requests.Enqueue(request);
            if (_requests.Count > Kept) _requests.Dequeue();
            return request;
        }
    }

    public IReadOnlyList<RequestRecord> All()
    {
        lock (_lock) return [.. _requests.Select(static request => request.Record)];
    }
}

/// <summary>A request in the log, whose response is noted when it begins.</summary>
internal sealed class LoggedRequest(int number, RequestRecord record, Action<RequestRecord>? onRequest)
{
    private RequestRecord _record = record;
    private bool _isDone;

    /// <summary>1 for the first request of a simulator.</summary>
    public int Number => number;

    public RequestRecord Record => Volatile.Read(ref _record);

    /// <summary>Notes the status before the first byte leaves, so that who has the response finds it in the log; 0 for a request that ends without one. The first time counts.</summary>
    public void Answered(int status)
    {
        if (_isDone) return;
        _isDone = true;
        Volatile.Write(ref _record, _record with { Status = status });
        onRequest?.Invoke(_record);
    }
}
