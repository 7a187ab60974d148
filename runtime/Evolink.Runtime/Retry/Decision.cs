using Evolink.Runtime.Http;

namespace Evolink.Runtime.Retry;

/// <summary>What to do after an attempt: take the answer, try again after a while, or give up.</summary>
internal readonly record struct Decision
{
    public TimeSpan? RetryIn { get; private init; }

    /// <summary>Why the attempt did not do: what the call fails with unless another attempt does.</summary>
    public EvolinkException? Error { get; private init; }

    public bool IsAccepted => Error is null;

    public static Decision Accept { get; }
    public static Decision Retry(TimeSpan delay, EvolinkException error) => new() { RetryIn = delay, Error = error };
    public static Decision Fail(EvolinkException error) => new() { Error = error };
}

/// <summary>Decides after each attempt of one call. One instance serves one call.</summary>
internal interface ISendPolicy
{
    Decision Decide(Attempt attempt, int retriesDone);
}
