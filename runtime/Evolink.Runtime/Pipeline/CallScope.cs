namespace Evolink.Runtime.Pipeline;

/// <summary>What ends one call, its retries included: the caller's cancellation or the call's own limit, as one token.</summary>
internal sealed class CallScope : IDisposable
{
    private readonly CancellationTokenSource? _elapsed;
    private readonly CancellationTokenSource? _either;

    /// <param name="limit">For the whole call; null for none.</param>
    /// <param name="time">The clock.</param>
    /// <param name="caller">The caller's token.</param>
    public CallScope(TimeSpan? limit, TimeProvider time, CancellationToken caller)
    {
        (Limit, Caller, Token) = (limit, caller, caller);
        if (limit is null) return;
        _elapsed = new CancellationTokenSource(limit.Value, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_elapsed.Token, caller);
        Token = _either.Token;
    }

    public TimeSpan? Limit { get; }

    public CancellationToken Caller { get; }

    public CancellationToken Token { get; }

    /// <summary>Whether the call is over. The token that stands for both is told of a cancellation a little after the caller's own.</summary>
    public bool HasEnded => Caller.IsCancellationRequested || Token.IsCancellationRequested;

    public void Dispose()
    {
        _either?.Dispose();
        _elapsed?.Dispose();
    }
}
