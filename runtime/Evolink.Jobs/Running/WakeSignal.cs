namespace Evolink.Jobs.Running;

/// <summary>Ends a pause early when there is something to do; what is signalled while nobody waits ends the next pause.</summary>
internal sealed class WakeSignal(TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    public void Set()
    {
        try
        {
            _signal.Release();
        }
        catch (Exception awake) when (awake is SemaphoreFullException or ObjectDisposedException)
        {
            // Whoever waits is awake already, or will wake no more.
        }
    }

    /// <summary>Waits for the signal, for the end of the pause or for the token, whichever comes first. It does not throw.</summary>
    public async Task WaitAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timer = new(pause, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        await _signal.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _signal.Dispose();
}
