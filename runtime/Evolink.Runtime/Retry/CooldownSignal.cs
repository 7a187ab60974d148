namespace Evolink.Runtime.Retry;

/// <summary>
/// Carries a server's wish for fewer requests from the call that was turned away to whoever can ask less often. The wish is about the
/// key, and so about every call of the client.
/// </summary>
internal sealed class CooldownSignal
{
    /// <summary>The server turned a call away: for this long, or for a time that it did not name.</summary>
    public event Action<TimeSpan?>? Requested;

    public void Report(EvolinkException? error)
    {
        // A create that may exist already wraps the refusal of its second attempt.
        if ((error as EvolinkApiException ?? error?.InnerException as EvolinkApiException) is { } refused && (refused.Kind == EvolinkErrorKind.RateLimited || refused.RetryAfter is not null)) Requested?.Invoke(refused.RetryAfter);
    }
}
