using Evolink.Jobs.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Evolink.Jobs.Running;

/// <summary>Keeps what the host's code does, in sinks, resolvers and the callbacks that they register, from whoever calls it.</summary>
internal static class HostCode
{
    /// <summary>Runs it on a thread of the pool for as long as the limit allows. What goes on after that is told to end, and left to itself.</summary>
    /// <exception cref="TimeoutException">It has not ended in time.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> run, TimeSpan limit, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        CancellationTokenSource stop = new();
        Task<T> running = Task.Run(() => run(stop.Token), CancellationToken.None);
        try
        {
            return await running.WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (running.IsCompleted) stop.Dispose();
            else _ = LeaveAsync(running, stop, logger);
        }
    }

    private static async Task LeaveAsync(Task running, CancellationTokenSource stop, ILogger logger)
    {
        await CancelAsync(stop, logger).ConfigureAwait(false);
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

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
