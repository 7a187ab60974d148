namespace Evolink.Webhooks;

/// <summary>Calls the host's handlers, and waits for each only so long: one that hangs keeps no place from other callbacks.</summary>
internal sealed class HandlerLimit(TimeSpan limit, TimeProvider time)
{
    /// <summary>Calls a handler, on a thread of the pool: it may block the one that it has.</summary>
    /// <param name="call">The call. Its token is cancelled when the host stops, and when the time is over.</param>
    /// <param name="cancellationToken">The host stops. What has begun is waited for all the same.</param>
    /// <exception cref="HandlerLateException">It has not ended in time.</exception>
    public async Task CallAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task running = Task.Run(() => call(stop.Token), CancellationToken.None);
        try
        {
            await running.WaitAsync(limit, time, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            throw new HandlerLateException(limit, LeaveAsync(running, stop));
        }
        finally
        {
            if (running.IsCompleted) stop.Dispose();
        }
    }

    private static async Task LeaveAsync(Task running, CancellationTokenSource stop)
    {
        // What callbacks of the handler's throw, and it itself after its time, concerns nobody any more.
        await stop.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }
}

/// <summary>A handler has not ended in time, and goes on.</summary>
internal sealed class HandlerLateException(TimeSpan limit, Task running) : Exception($"It has not ended within {limit} (EvolinkWebhookOptions.HandlerTimeout), and is not waited for any more.")
{
    /// <summary>Ends when it does, and does not fail.</summary>
    public Task Running { get; } = running;
}
