using System.ComponentModel;

namespace Evolink;

/// <summary>Carries the calls of one client: checks the body, sends, retries where that is safe, reads the answer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiPipeline
{
    private readonly ClientSettings _settings;
    private readonly Wire _wire;
    private readonly RetryBudget _budget = new();

    internal ApiPipeline(ClientSettings settings, Wire wire) => (_settings, _wire, WithResponse) = (settings, wire, new ApiResponsePipeline(this));

    internal static string? KeyFor(ApiCall call) => call.Operation.CreatesTask ? IdempotencyKeyHeader.For(call) : null;

    /// <summary>Sends until there is a good answer, which the caller disposes.</summary>
    internal Task<Answer> ExchangeAsync(ApiCall call, string? idempotencyKey, int maxRetries, CancellationToken cancellationToken) =>
        ExchangeAsync(call, idempotencyKey, maxRetries, asStream: false, cancellationToken);

    private async Task<Answer> ExchangeAsync(ApiCall call, string? idempotencyKey, int maxRetries, bool asStream, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_settings.ValidateRequests) call.Body?.Validate();
        PreparedBody? body = call.Body?.Prepare();
        Failures failures = new(call.Operation, _settings.ApiKey);
        ISendPolicy policy = idempotencyKey is null
            ? new QueryPolicy(_settings, call.Operation, failures, _budget, maxRetries)
            : new CreatePolicy(_settings, failures, _budget, idempotencyKey);
        _budget.Earn();
        for (int retries = 0; ; retries++)
        {
            long start = _settings.Time.GetTimestamp();
            Attempt attempt = await _wire.SendAsync(call, body, idempotencyKey, asStream, cancellationToken).ConfigureAwait(false);
            ReportAttempt(call, attempt, start);
            // What began to send a stream that cannot be rewound would send the rest of it the next time.
            bool isSpent = body is { CanRepeat: false } && attempt.Phase != RequestPhase.NotStarted;
            Decision decision = policy.Decide(attempt, isSpent ? int.MaxValue : retries);
            if (cancellationToken.IsCancellationRequested && (idempotencyKey is not null || decision != Decision.Accept))
            {
                throw Canceled(attempt, idempotencyKey, decision.Error, cancellationToken);
            }

            if (decision == Decision.Accept)
            {
                attempt.Answer!.IdempotencyKey = idempotencyKey;
                return attempt.Answer;
            }

            attempt.Dispose();
            if (decision.RetryIn is not { } delay) throw decision.Error!;
            await WaitAsync(call, delay, retries, decision.Reason, idempotencyKey, cancellationToken).ConfigureAwait(false);
        }
    }

    internal EvolinkResponseException Unreadable(ApiCall call, Answer answer, Exception? problem)
    {
        string? taskId = call.Operation.CreatesTask ? TaskStateReader.Read(answer.Body.Span, _settings.Descriptor.TaskMembers).Id : null;
        return new Failures(call.Operation, _settings.ApiKey).Response(answer, problem?.Message ?? "The answer is not as specified", problem, answer.IdempotencyKey, taskId);
    }

    private async Task WaitAsync(ApiCall call, TimeSpan delay, int retries, string reason, string? idempotencyKey, CancellationToken cancellationToken)
    {
        Log.Retrying(_settings.Logger, call.Operation.Id, retries + 1, delay, reason);
        Telemetry.Retries.Add(1, Telemetry.Operation(call.Operation));
        try
        {
            await Task.Delay(delay, _settings.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (idempotencyKey is not null)
        {
            throw new EvolinkCanceledException("Cancelled between two attempts to create a task; nothing was submitted so far.", canceled, cancellationToken)
            {
                IdempotencyKey = idempotencyKey,
            };
        }
    }

    private OperationCanceledException Canceled(Attempt attempt, string? idempotencyKey, EvolinkException? error, CancellationToken cancellationToken)
    {
        using (attempt)
        {
            if (idempotencyKey is null) return new OperationCanceledException(cancellationToken);
            string? taskId = attempt.Answer is { IsSuccess: true } answer ? TaskStateReader.Read(answer.Body.Span, _settings.Descriptor.TaskMembers).Id : null;
            string known = taskId is not null ? $"The task {taskId} was created and goes on; resume it by its id."
                : error is EvolinkOutcomeUnknownException ? "The request left whole: the task may exist and be billed."
                : "The task was not created.";
            return new EvolinkCanceledException("Cancelled while a task was being created. " + known, error, cancellationToken)
            {
                TaskId = taskId,
                IdempotencyKey = idempotencyKey,
                Phase = attempt.Phase,
            };
        }
    }

    private void ReportAttempt(ApiCall call, Attempt attempt, long start)
    {
        TimeSpan elapsed = _settings.Time.GetElapsedTime(start);
        if (attempt.Answer is { } answer) Log.Answered(_settings.Logger, call.Operation.Id, (int)answer.StatusCode, elapsed.TotalMilliseconds, answer.RequestId);
        else Log.NotAnswered(_settings.Logger, call.Operation.Id, attempt.Phase, elapsed.TotalMilliseconds, attempt.Failure!.GetType().Name);
        Telemetry.Request(call.Operation, attempt, elapsed);
    }
}
