using Evolink.Runtime.Http;
using Evolink.Runtime.Retry;

namespace Evolink.Runtime.Pipeline;

/// <summary>Says how a call ended that was cancelled or ran out of time, and what became of the task that it may have created.</summary>
internal sealed class EndedCall(ApiCall call, CallScope scope, string? idempotencyKey)
{
    /// <summary>The exception of the call.</summary>
    /// <param name="attempt">The last attempt.</param>
    /// <param name="decision">What was decided after it.</param>
    public Exception CreateException(Attempt attempt, RetryDecision decision)
    {
        if (scope.Caller.IsCancellationRequested) return Canceled(attempt, decision);
        return decision.Error is { } final && (decision.RetryIn is null || final is EvolinkOutcomeUnknownException)
            ? final
            : OutOfTime(scope.Limit!.Value, attempt.Phase, decision.Error);
    }

    /// <summary>A create that was cancelled before its first attempt.</summary>
    public static EvolinkCanceledException NotBegun(string idempotencyKey, OperationCanceledException canceled, CancellationToken caller) =>
        new("Cancelled before the request was sent; nothing was submitted.", canceled, caller) { IdempotencyKey = idempotencyKey, Phase = RequestPhase.NotStarted };

    private OperationCanceledException Canceled(Attempt attempt, RetryDecision decision)
    {
        if (idempotencyKey is null) return new OperationCanceledException(scope.Caller);
        EvolinkOutcomeUnknownException? unknown = decision.Error as EvolinkOutcomeUnknownException;
        string? taskId = decision.IsAccepted ? attempt.Response!.Task(call.Operation.TaskFamily!).Id : decision.Error!.TaskId;
        string known = taskId is not null && !decision.IsAccepted ? $"The server's error names the task {taskId}, which may exist and be billed; resume it by its id."
            : taskId is not null ? $"The task {taskId} was created and goes on; resume it by its id."
            : unknown is not null ? "The request left whole: the task may exist and be billed."
            : "The task was not created.";
        return new EvolinkCanceledException("Cancelled while a task was being created. " + known, decision.Error, scope.Caller)
        {
            TaskId = taskId,
            IdempotencyKey = idempotencyKey,

            // A request that was turned away had left whole, and created nothing all the same; of the next one nothing has left.
            Phase = unknown?.Phase ?? (taskId is null && attempt.Phase == RequestPhase.Complete ? RequestPhase.NotStarted : attempt.Phase),
        };
    }

    private EvolinkConnectionException OutOfTime(TimeSpan limit, RequestPhase phase, EvolinkException? error) => idempotencyKey is null
        ? new($"{call.Operation.Id}: there was no good response within {limit} (RequestOptions.Timeout).", phase, error)
        : new($"{call.Operation.Id}: the task could not be created within {limit} (RequestOptions.Timeout); nothing was submitted.", RequestPhase.NotStarted, error)
        {
            IdempotencyKey = idempotencyKey,
        };
}
