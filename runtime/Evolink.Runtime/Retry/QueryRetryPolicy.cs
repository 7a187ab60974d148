using System.Net;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;

namespace Evolink.Runtime.Retry;

/// <summary>For calls that cost nothing. A GET is repeated on 429, 502, 503 and network failures; any other method only where it did not happen.</summary>
internal sealed class QueryRetryPolicy(ClientSettings settings, ApiOperation operation, CallErrors errors, RetryBudget budget, TimeSpan? maxRetryAfter, int maxRetries) : IRetryPolicy
{
    public RetryDecision Decide(Attempt attempt, int retriesDone)
    {
        if (attempt is { IsComplete: true, Response.IsSuccess: true } && !errors.StatesError(attempt.Response)) return RetryDecision.Accept;

        EvolinkException error = errors.Create(attempt, null);
        return retriesDone < maxRetries && MayRepeat(attempt) && RetryDelay.Compute(attempt, error, maxRetryAfter, retriesDone, settings.Jitter.Next(), budget) is { } delay
            ? RetryDecision.Retry(delay, error)
            : RetryDecision.Fail(error);
    }

    private bool MayRepeat(Attempt attempt)
    {
        bool isGet = operation.Method is "GET" or "HEAD";
        return attempt.Response switch
        {
            { StatusCode: HttpStatusCode.TooManyRequests } => true,
            { StatusCode: HttpStatusCode.ServiceUnavailable, RetryAfter: not null } => true,
            { StatusCode: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable } => isGet,
            { IsSuccess: true, BodyFailure: not null and not InvalidDataException } => isGet,
            null => isGet || attempt.Phase != RequestPhase.Complete,
            _ => false,
        };
    }
}
