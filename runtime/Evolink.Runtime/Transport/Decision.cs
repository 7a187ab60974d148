namespace Evolink;

/// <summary>What to do after an attempt: take the answer, try again after a while, or give up.</summary>
internal readonly record struct Decision
{
    public TimeSpan? RetryIn { get; private init; }
    public EvolinkException? Error { get; private init; }

    /// <summary>Why, for the log of a retry.</summary>
    public string Reason { get; private init; }

    public static Decision Accept { get; }
    public static Decision Retry(TimeSpan delay, string reason) => new() { RetryIn = delay, Reason = reason };
    public static Decision Fail(EvolinkException error) => new() { Error = error };
}

/// <summary>Decides after each attempt of one call. One instance serves one call.</summary>
internal interface ISendPolicy
{
    Decision Decide(Attempt attempt, int retriesDone);
}
