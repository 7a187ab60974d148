using System.Net;
using Evolink.Runtime.Errors;
using Evolink.Runtime.Http;

namespace Evolink.Runtime.Retry;

/// <summary>When a failed attempt, known to be safe to repeat, is repeated; null for never.</summary>
internal static class RetryDelay
{
    // A refusal for haste, without a word on how long: begin at two seconds rather than at half a second.
    private const int RateLimitHeadStart = 2;

    /// <param name="attempt">The attempt.</param>
    /// <param name="error">What it failed with.</param>
    /// <param name="longest">The longest that the server may ask for; null for <see cref="Backoff.Cap"/>.</param>
    /// <param name="retriesDone">0 before the first retry.</param>
    /// <param name="random">From 0 up to 1.</param>
    /// <param name="budget">Pays for what the server has not asked for.</param>
    public static TimeSpan? Compute(Attempt attempt, EvolinkException error, TimeSpan? longest, int retriesDone, double random, RetryBudget budget)
    {
        if (attempt.Response is { IsSuccess: false } response)
        {
            if (error is EvolinkApiException { Kind: var kind } && kind.IsRefusal()) return null;
            if (response.RetryAfter is { } asked) return asked <= (longest ?? Backoff.Cap) ? Backoff.Requested(asked, random) : null;
            if (response.StatusCode == HttpStatusCode.TooManyRequests) retriesDone += RateLimitHeadStart;
        }
        else if (attempt.IsConfigurationFailure)
        {
            return null;
        }

        return budget.TrySpend() ? Backoff.Exponential(retriesDone, random) : null;
    }
}
