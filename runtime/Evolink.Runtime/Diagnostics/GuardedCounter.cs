using System.Diagnostics.Metrics;

namespace Evolink.Runtime.Diagnostics;

/// <summary>A counter; its listeners' exceptions reach no call. Null stands for one that could not be made.</summary>
internal sealed class GuardedCounter(Counter<long>? counter)
{
    /// <summary>Whether anybody listens.</summary>
    public bool Enabled => counter is { Enabled: true };

    public void Add(long count, params ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!Enabled) return;
        ListenerGuard.Notify((counter: counter!, count, tags: tags.ToArray()), static measured => measured.counter.Add(measured.count, measured.tags));
    }
}
