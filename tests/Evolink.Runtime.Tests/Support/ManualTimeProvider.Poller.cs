using Evolink.Runtime.Tasks.Polling;

namespace Evolink.Tests.Support;

internal sealed partial class ManualTimeProvider
{
    /// <summary>All waits of a client stand still behind the one timer of its poller.</summary>
    static partial void CountPauses(object? state, ref int? pauses) => pauses = state is TaskPoller poller ? poller.PausedWaiters : pauses;
}
