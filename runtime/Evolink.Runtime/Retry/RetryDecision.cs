using Evolink.Runtime.Http;

namespace Evolink.Runtime.Retry;

/// <summary>What to do after an attempt: take the response, try again after a while, or give up.</summary>
internal readonly record struct RetryDecision
{
    public TimeSpan? RetryIn { get; private init; }

    /// <summary>Why the attempt did not do: what the call fails with unless another attempt does.</summary>
    public EvolinkException? Error { get; private init; }

    public bool IsAccepted => Error is null;

    public static RetryDecision Accept { get; }
    public static RetryDecision Retry(TimeSpan delay, EvolinkException error) => new() { RetryIn = delay, Error = error };
    public static RetryDecision Fail(EvolinkException error) => new() { Error = error };
}

/// <summary>Decides after each attempt of one call. One instance serves one call.</summary>
internal interface IRetryPolicy
{
    /// <summary>In the place of the number of retries: the attempt used its body up, so that there can be no other one.</summary>
    const int CannotRepeat = int.MaxValue;

    /// <param name="attempt">The attempt.</param>
    /// <param name="retriesDone">0 before the first retry; <see cref="CannotRepeat"/> where none is possible.</param>
    RetryDecision Decide(Attempt attempt, int retriesDone);
}
