using Evolink.Jobs.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Evolink.Jobs.Running;

/// <summary>Keeps what the host's code does, in sinks, resolvers and the callbacks that they register, from whoever calls it.</summary>
internal static class HostCode
{
    /// <summary>Cancels, and returns when every callback has run. What they throw is logged.</summary>
    public static void Cancel(CancellationTokenSource source, ILogger logger)
    {
        try
        {
            source.Cancel();
        }
        catch (AggregateException thrown)
        {
            JobLog.CallbackThrew(logger, thrown);
        }
    }

    /// <summary>As <see cref="Cancel"/>, with the callbacks on a thread of the pool. A timer of the source would have them end the process by what they throw.</summary>
    public static async Task CancelAsync(CancellationTokenSource source, ILogger logger)
    {
        try
        {
            await source.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException thrown)
        {
            JobLog.CallbackThrew(logger, thrown);
        }
    }
}
