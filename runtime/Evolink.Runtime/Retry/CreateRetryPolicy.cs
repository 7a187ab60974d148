using System.Net;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Errors;
using Evolink.Runtime.Http;

namespace Evolink.Runtime.Retry;

/// <summary>For creates, which cost money: repeated only where the task was certainly not created, unless the caller opted for more.</summary>
internal sealed class CreateRetryPolicy(ClientSettings settings, TaskFamily family, CallErrors errors, RetryBudget budget, TimeSpan? maxRetryAfter, string idempotencyKey, RecordedSubmit? recorded = null) : IRetryPolicy
{
    // Once an attempt may have created the task, no later failure makes that certain again.
    private bool _mayExist;
    private RequestPhase _furthest;

    public RetryDecision Decide(Attempt attempt, int retriesDone)
    {
        if (TaskIdIn(attempt) is not null) return RetryDecision.Accept;

        if (attempt.Phase > _furthest) _furthest = attempt.Phase;
        EvolinkException error = errors.Create(attempt, idempotencyKey);
        if (IsOutcomeUnknown(attempt, error))
        {
            EvolinkOutcomeUnknownException unknown = Unknown(attempt, error);
            bool again = settings.SubmitRetry == SubmitRetry.OnceWithSameKey && !_mayExist && !attempt.IsConfigurationFailure && retriesDone != IRetryPolicy.CannotRepeat;
            _mayExist = true;
            return again && recorded is null ? RetryDecision.Retry(Backoff.Exponential(retriesDone, settings.Jitter.Next()), unknown) : RetryDecision.Fail(unknown);
        }

        if (_mayExist) return RetryDecision.Fail(Unknown(attempt, error));
        return retriesDone < MaxRetries && DidNotHappen(attempt) && RetryDelay.Compute(attempt, error, maxRetryAfter, retriesDone, settings.Jitter.Next(), budget) is { } delay
            ? RetryDecision.Retry(delay, error)
            : RetryDecision.Fail(error);
    }

    private int MaxRetries => settings.SubmitRetry == SubmitRetry.Never || recorded is { IsNeverRepeated: true } ? 0 : settings.MaxRetries;

    private EvolinkOutcomeUnknownException Unknown(Attempt attempt, EvolinkException error) =>
        errors.CreateUnknown(attempt, error, idempotencyKey, _furthest, wasRepeated: _mayExist);

    // Even a response that was cut off has the id, if the id came first.
    private string? TaskIdIn(Attempt attempt) => attempt.Response is { IsSuccess: true } response && !errors.StatesError(response)
        ? response.Task(family).Id
        : null;

    private static bool IsOutcomeUnknown(Attempt attempt, EvolinkException error) => attempt.Response switch
    {
        null => attempt.Phase == RequestPhase.Complete,
        // An error without an id is a refusal, unless it is of the kind that tells nothing.
        { IsSuccess: true } => error is not EvolinkApiException stated || stated.Kind.LeavesOutcomeOpen(),
        _ when error is EvolinkApiException { Kind: EvolinkErrorKind.OutcomeUnknown } => true,

        // The status says that it was turned away; a task that the body names says otherwise.
        { StatusCode: HttpStatusCode.TooManyRequests } or { StatusCode: HttpStatusCode.ServiceUnavailable, RetryAfter: not null } =>
            error is EvolinkApiException { TaskId: not null } named && !named.Kind.IsRefusal(),

        // A status below 200 announces a response that never came.
        { StatusCode: var status } => (int)status is >= 500 or 408 or < 200 && error is EvolinkApiException api && !api.Kind.IsRefusal(),
    };

    // The request did not leave whole, or the server turned it away for now.
    private static bool DidNotHappen(Attempt attempt) =>
        attempt.Response is null or { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable };
}
