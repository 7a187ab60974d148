using Evolink.Runtime.Errors;
using Evolink.Runtime.Responses;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Http;

/// <summary>Turns a failed attempt into the exception that says what happened and what to do.</summary>
internal readonly struct CallErrors(ApiOperation operation, ApiDescriptor descriptor, string apiKey)
{
    private const int ExcerptCharacters = 200;

    public EvolinkException Create(Attempt attempt, string? idempotencyKey) => attempt.Response switch
    {
        { IsSuccess: false } response => CreateApiError(response, idempotencyKey),
        { BodyFailure: InvalidDataException tooLarge } response => CreateResponseError(response, tooLarge.Message, tooLarge, idempotencyKey),
        { BodyFailure: { } failure } response => CreateConnectionError(attempt, failure, response.RequestId, idempotencyKey),
        { } response when StatesError(response) => CreateApiError(response, idempotencyKey),
        { } response => CreateResponseError(response, "The response cannot be read", null, idempotencyKey),
        null => CreateConnectionError(attempt, attempt.Failure, null, idempotencyKey),
    };

    /// <summary>Whether a good status is belied by an error in the body.</summary>
    public bool StatesError(ApiResponse response) => ErrorInSuccess.IsReported(response, operation, descriptor);

    public EvolinkApiException CreateApiError(ApiResponse response, string? idempotencyKey)
    {
        ApiErrorBody error = ApiErrorBody.Read(response.Body, apiKey);
        EvolinkErrorKind kind = ErrorKinds.Classify(response.StatusCode, error, descriptor.HasEvolinkConventions);
        string? message = error.Message ?? (response.MediaType == "text/plain" && error.Body.Length > 0 ? ApiErrorBody.Truncate(response.Body.Span, ExcerptCharacters, apiKey) : null);
        string said = message is null || message == error.Code ? "" : $": {ApiErrorBody.OneLine(message)}";
        string code = error.Code is null ? "" : $" ({error.Code})";
        string wait = response.RetryAfter is { } asked ? $" The server asks to wait {asked.TotalSeconds:0} s." : "";
        return new EvolinkApiException(
            $"{operation.Id} was answered with {(int)response.StatusCode}{code}{said}. {RefusalAdvice.Create(kind, error, descriptor)}{OddKey(kind)}".TrimEnd() + wait,
            response.StatusCode,
            kind,
            error)
        {
            RequestId = response.RequestId,
            RetryAfter = response.RetryAfter,
            IdempotencyKey = idempotencyKey,
            TaskId = operation.CreatesTask ? TaskIn(response)?.Id : null,
        };
    }

    public EvolinkResponseException CreateResponseError(ApiResponse response, string problem, Exception? cause, string? idempotencyKey, string? taskId = null)
    {
        string start = ApiErrorBody.Truncate(response.Body.Span, ExcerptCharacters, apiKey);
        string found = response.Body.IsEmpty ? "the body is empty" : $"the body ({response.MediaType ?? "no content type"}) begins with: {start.ReplaceLineEndings(" ")}";
        string body = ApiErrorBody.Truncate(response.Body.Span, response.Body.Length, apiKey);
        return new EvolinkResponseException($"{operation.Id}: {problem.TrimEnd('.')}; {found}", response.StatusCode, start, body, cause)
        {
            RequestId = response.RequestId,
            IdempotencyKey = idempotencyKey,
            TaskId = taskId,
        };
    }

    /// <summary>The exception for events that end before they are whole.</summary>
    /// <param name="response">The response whose body they are.</param>
    /// <param name="whole">How many came whole.</param>
    /// <param name="rest">What came of the next one.</param>
    /// <param name="cause">Why they ended; null where the server closed the stream.</param>
    public EvolinkResponseException CreateBrokenOff(ApiResponse response, int whole, string rest, Exception? cause)
    {
        if (cause is not null) cause = MaskedKey.Remove(cause, apiKey);
        string reason = cause is null ? "the server closed the stream in the midst of an event" : ExceptionText.GetMessage(cause.GetBaseException());
        string kept = MaskedKey.Remove(rest, apiKey);
        return new EvolinkResponseException(
            $"{operation.Id}: The stream broke off after {whole} whole {(whole == 1 ? "event" : "events")}: {reason}",
            response.StatusCode, kept.Length <= ExcerptCharacters ? kept : kept[..ExcerptCharacters], kept, cause)
        {
            RequestId = response.RequestId,
            IdempotencyKey = response.IdempotencyKey,
        };
    }

    /// <summary>The exception for a create that may have been accepted.</summary>
    public EvolinkOutcomeUnknownException CreateUnknown(Attempt attempt, EvolinkException error, string idempotencyKey, RequestPhase furthest, bool wasRepeated)
    {
        bool accepted = attempt.Response is { IsSuccess: true };
        string what = accepted
            ? error is EvolinkApiException ? "the server answered with an error that leaves open what became of it" : "the server accepted the request, but the task's id was lost with its response"
            : attempt.Response is { } response ? $"the server answered {(int)response.StatusCode}" : attempt.Reason;
        string? reason = (error as EvolinkApiException)?.Reason ?? (accepted ? ApiErrorBody.Read(attempt.Response!.Body, apiKey).Reason : null);
        if (reason is not null) what += $", saying: {reason}";
        string then = wasRepeated ? "although it was submitted once more with the same key" : "so it was not submitted again";
        return new EvolinkOutcomeUnknownException(
            $"{operation.Id}: the request left whole, and {what}. The task may exist and be billed, {then}; look for it in the account's task list first.", error)
        {
            Phase = furthest,
            StatusCode = attempt.Response?.StatusCode,
            RequestId = attempt.Response?.RequestId,
            IdempotencyKey = idempotencyKey,
            TaskId = TaskIn(attempt.Response)?.Id,
        };
    }

    // Not a rule that a client refuses by: nobody documents how keys begin. Where the service refuses one, it is the first thing to look at.
    private string OddKey(EvolinkErrorKind kind) =>
        kind == EvolinkErrorKind.Authentication && descriptor.HasEvolinkConventions && !apiKey.StartsWith("sk-", StringComparison.Ordinal)
            ? " The key does not begin with 'sk-', as EvoLink's keys do: it may be another service's."
            : "";

    // Some say no and name the task all the same. An id without a task's status may be the request's.
    private TaskState? TaskIn(ApiResponse? response)
    {
        if (response is null || operation.TaskFamily is not { } family || response.Task(family) is not { Id: not null } state) return null;
        return ErrorInSuccess.IsOfTask(state, family) || SuccessFlag.IsFalse(response.Body.Span) ? state : null;
    }

    private EvolinkConnectionException CreateConnectionError(Attempt attempt, Exception? cause, string? requestId, string? idempotencyKey) =>
        new($"{operation.Id}: {attempt.Reason}.", attempt.Phase, cause) { RequestId = requestId, IdempotencyKey = idempotencyKey };
}
