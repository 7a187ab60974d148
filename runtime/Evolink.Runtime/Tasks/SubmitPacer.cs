using Evolink.Runtime.Configuration;

namespace Evolink.Runtime.Tasks;

/// <summary>
/// Holds the creates of many requests back while the service turns them away as too many. Its limit is the key's and so concerns all of
/// them; and whoever asks for two hundred results would rather wait a minute than lose the last hundred to it.
/// </summary>
internal sealed class SubmitPacer(ClientSettings settings)
{
    /// <summary>What the vendor asks for where the response does not say how long.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(60);

    /// <summary>How long the service may turn all of them away.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly long _start = settings.Time.GetTimestamp();
    private TimeSpan _lastAccepted;
    private TimeSpan _opensAt;

    private TimeSpan Now => settings.Time.GetElapsedTime(_start);

    /// <summary>Waits until creates may be sent.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (Left() is { } left) await Task.Delay(left, settings.Time, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A create was accepted.</summary>
    public void Accept()
    {
        lock (_lock) _lastAccepted = Now;
    }

    /// <summary>Takes in that a create failed.</summary>
    /// <returns>Whether it was turned away for haste alone and may be sent again after <see cref="WaitAsync"/>.</returns>
    public bool HoldBack(Exception error)
    {
        if (settings.SubmitRetry == SubmitRetry.Never || error is not EvolinkApiException { Kind: EvolinkErrorKind.RateLimited, TaskId: null } refused) return false;
        TimeSpan pause = refused.RetryAfter is { } asked && asked > TimeSpan.Zero ? asked : s_pause;
        lock (_lock)
        {
            TimeSpan end = Now + pause;
            if (end - _lastAccepted > s_patience) return false;
            if (end > _opensAt) _opensAt = end;
            return true;
        }
    }

    // Those that were held back together do not come back as one.
    private TimeSpan? Left()
    {
        lock (_lock)
        {
            TimeSpan left = _opensAt - Now;
            return left > TimeSpan.Zero ? left + TimeSpan.FromSeconds(settings.Jitter.Next()) : null;
        }
    }
}
