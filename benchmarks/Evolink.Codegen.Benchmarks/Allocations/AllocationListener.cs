using System.Diagnostics.Tracing;

namespace Evolink.Codegen.Benchmarks.Allocations;

/// <summary>Samples allocations by type: the runtime reports one about every 100 kB.</summary>
internal sealed class AllocationListener : EventListener
{
    private const EventKeywords GC = (EventKeywords)1;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _samples = [];
    private volatile bool _isCounting;

    /// <summary>The types and how many samples fell on each.</summary>
    public IReadOnlyDictionary<string, int> Samples => _samples;

    /// <summary>Whether what is reported counts.</summary>
    public bool IsCounting { get => _isCounting; set => _isCounting = value; }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(eventSource, EventLevel.Verbose, GC);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (!_isCounting || eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) != true) return;
        string type = (string)eventData.Payload![5]!;
        lock (_lock) _samples[type] = _samples.GetValueOrDefault(type) + 1;
    }
}
