using Evolink.Runtime.Errors;
using Evolink.Runtime.Responses;

namespace Evolink.Runtime.Http;

/// <summary>Turns a failed attempt into the exception that says what happened and what to do.</summary>
internal sealed class Failures(ApiOperation operation, ApiDescriptor descriptor, string apiKey)
{
    private const int ExcerptCharacters = 200;

    public EvolinkException Of(Attempt attempt, string? idempotencyKey) => attempt.Answer switch
    {
        { IsSuccess: false } answer => Api(answer, idempotencyKey),
        { BodyFailure: InvalidDataException tooLarge } answer => Response(answer, tooLarge.Message, tooLarge, idempotencyKey),
        { BodyFailure: { } failure } answer => Connection(attempt, failure, answer.RequestId, idempotencyKey),
        { } answer when IsStated(answer) => Api(answer, idempotencyKey),
        { } answer => Response(answer, "The answer cannot be read", null, idempotencyKey),
        null => Connection(attempt, attempt.Failure, null, idempotencyKey),
    };

    /// <summary>Whether a good status is belied by an error in the body.</summary>
    public bool IsStated(Answer answer) => StatedError.IsIn(answer, operation, descriptor);

    public EvolinkApiException Api(Answer answer, string? idempotencyKey)
    {
        ApiErrorBody error = ApiErrorBody.Read(answer.Body, apiKey);
        EvolinkErrorKind kind = ErrorKinds.Of(answer.StatusCode, error);
        string? message = error.Message ?? (answer.MediaType == "text/plain" && error.Body.Length > 0 ? ApiErrorBody.Excerpt(answer.Body.Span, ExcerptCharacters, apiKey) : null);
        string said = message is null || message == error.Code ? "" : $": {ApiErrorBody.OneLine(message)}";
        string code = error.Code is null ? "" : $" ({error.Code})";
        string wait = answer.RetryAfter is { } asked ? $" The server asks to wait {asked.TotalSeconds:0} s." : "";
        return new EvolinkApiException(
            $"{operation.Id} was answered with {(int)answer.StatusCode}{code}{said}. {error.Suggestion} {kind.Advice()}".TrimEnd().Replace("  ", " ", StringComparison.Ordinal) + wait,
            answer.StatusCode,
            error)
        {
            RequestId = answer.RequestId,
            RetryAfter = answer.RetryAfter,
            IdempotencyKey = idempotencyKey,
            TaskId = operation.CreatesTask ? TaskIn(answer)?.Id : null,
        };
    }

    public EvolinkResponseException Response(Answer answer, string problem, Exception? cause, string? idempotencyKey, string? taskId = null)
    {
        string start = ApiErrorBody.Excerpt(answer.Body.Span, ExcerptCharacters, apiKey);
        string found = answer.Body.IsEmpty ? "the body is empty" : $"the body ({answer.MediaType ?? "no content type"}) begins with: {start.ReplaceLineEndings(" ")}";
        return new EvolinkResponseException($"{operation.Id}: {problem.TrimEnd('.')}; {found}", answer.StatusCode, start, cause)
        {
            RequestId = answer.RequestId,
            IdempotencyKey = idempotencyKey,
            TaskId = taskId,
        };
    }

    /// <summary>The exception for a create that may have been accepted.</summary>
    public EvolinkOutcomeUnknownException Unknown(Attempt attempt, EvolinkException error, string idempotencyKey, RequestPhase furthest, bool wasRepeated)
    {
        bool accepted = attempt.Answer is { IsSuccess: true };
        string what = accepted
            ? error is EvolinkApiException ? "the server answered with an error that leaves open what became of it" : "the server accepted the request, but the task's id was lost with its answer"
            : attempt.Answer is { } answer ? $"the server answered {(int)answer.StatusCode}" : attempt.Reason;
        string? reason = (error as EvolinkApiException)?.Reason ?? (accepted ? ApiErrorBody.Read(attempt.Answer!.Body, apiKey).Reason : null);
        if (reason is not null) what += $", saying: {reason}";
        string then = wasRepeated ? "although it was submitted once more with the same key" : "so it was not submitted again";
        return new EvolinkOutcomeUnknownException(
            $"{operation.Id}: the request left whole, and {what}. The task may exist and be billed, {then}; look for it in the account's task list first.", error)
        {
            Phase = furthest,
            StatusCode = attempt.Answer?.StatusCode,
            RequestId = attempt.Answer?.RequestId,
            IdempotencyKey = idempotencyKey,
            TaskId = TaskIn(attempt.Answer)?.Id,
        };
    }

    // Some say no and name the task all the same. An id without a status may be the request's.
    private TaskState? TaskIn(Answer? answer) =>
        answer is not null && answer.Task(descriptor.TaskMembers) is { Id: not null } state && (state.Status != default || SuccessFlag.IsFalse(answer.Body.Span)) ? state : null;

    private EvolinkConnectionException Connection(Attempt attempt, Exception? cause, string? requestId, string? idempotencyKey) =>
        new($"{operation.Id}: {attempt.Reason}.", attempt.Phase, cause) { RequestId = requestId, IdempotencyKey = idempotencyKey };
}
