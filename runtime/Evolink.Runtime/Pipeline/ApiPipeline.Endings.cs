using Evolink.Runtime.Http;
using Evolink.Runtime.Pipeline;
using Evolink.Runtime.Retry;

namespace Evolink;

/// <content>What a call says that ended before its answer came: cancelled, or out of time.</content>
public sealed partial class ApiPipeline
{
    private Exception Ended(ApiCall call, CallScope scope, Attempt attempt, Decision decision, string? idempotencyKey)
    {
        if (scope.Caller.IsCancellationRequested) return Canceled(attempt, decision, idempotencyKey, scope.Caller);
        return decision.Error is { } final && (decision.RetryIn is null || final is EvolinkOutcomeUnknownException)
            ? final
            : OutOfTime(call, scope.Limit!.Value, attempt.Phase, decision.Error, idempotencyKey);
    }

    private OperationCanceledException Canceled(Attempt attempt, Decision decision, string? idempotencyKey, CancellationToken caller)
    {
        if (idempotencyKey is null) return new OperationCanceledException(caller);
        EvolinkOutcomeUnknownException? unknown = decision.Error as EvolinkOutcomeUnknownException;
        string? taskId = decision.IsAccepted ? attempt.Answer!.Task(_settings.Descriptor.TaskMembers).Id : null;
        string known = taskId is not null ? $"The task {taskId} was created and goes on; resume it by its id."
            : unknown is not null ? "The request left whole: the task may exist and be billed."
            : "The task was not created.";
        return new EvolinkCanceledException("Cancelled while a task was being created. " + known, decision.Error, caller)
        {
            TaskId = taskId,
            IdempotencyKey = idempotencyKey,
            Phase = unknown?.Phase ?? attempt.Phase,
        };
    }

    private static EvolinkConnectionException OutOfTime(ApiCall call, TimeSpan limit, RequestPhase phase, EvolinkException? error, string? idempotencyKey) => idempotencyKey is null
        ? new($"{call.Operation.Id}: there was no good answer within {limit} (RequestOptions.Timeout).", phase, error)
        : new($"{call.Operation.Id}: the task could not be created within {limit} (RequestOptions.Timeout); nothing was submitted.", RequestPhase.NotStarted, error)
        {
            IdempotencyKey = idempotencyKey,
        };
}
