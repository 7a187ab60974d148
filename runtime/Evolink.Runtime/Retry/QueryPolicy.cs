using System.Net;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;

namespace Evolink.Runtime.Retry;

/// <summary>For calls that cost nothing. A GET is repeated on 429, 502, 503 and network failures; any other method only where it did not happen.</summary>
internal sealed class QueryPolicy(ClientSettings settings, ApiOperation operation, Failures failures, RetryBudget budget, int maxRetries) : ISendPolicy
{
    public Decision Decide(Attempt attempt, int retriesDone)
    {
        if (attempt is { IsAnswered: true, Answer.IsSuccess: true } && !failures.IsStated(attempt.Answer)) return Decision.Accept;

        EvolinkException error = failures.Of(attempt, null);
        return retriesDone < maxRetries && MayRepeat(attempt) && RetryTiming.After(attempt, error, retriesDone, settings.Jitter.Next(), budget) is { } delay
            ? Decision.Retry(delay, error)
            : Decision.Fail(error);
    }

    private bool MayRepeat(Attempt attempt)
    {
        bool isGet = operation.Method is "GET" or "HEAD";
        return attempt.Answer switch
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
