using System.ComponentModel;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Diagnostics;
using Evolink.Runtime.Http;
using Evolink.Runtime.Http.Bodies;
using Evolink.Runtime.Pipeline;
using Evolink.Runtime.Retry;
using Evolink.Runtime.Text;

namespace Evolink;

/// <summary>Carries the calls of one client: checks the body, sends, retries where that is safe, reads the answer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiPipeline
{
    private readonly ClientSettings _settings;
    private readonly Wire _wire;
    private readonly RetryBudget _budget;
    private readonly RestSignal _rest;
    private readonly RequestOptions? _options;

    internal ApiPipeline(ClientSettings settings, Wire wire, RestSignal rest)
        : this(settings, wire, rest, new RetryBudget(), null)
    {
    }

    private ApiPipeline(ClientSettings settings, Wire wire, RestSignal rest, RetryBudget budget, RequestOptions? options)
    {
        (_settings, _wire, _rest, _budget, _options) = (settings, wire, rest, budget, options);
        WithResponse = new ApiResponsePipeline(this);
    }

    /// <summary>The same calls, each with these options.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    public ApiPipeline With(RequestOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        RequestRules.ThrowIfInvalid(options);
        return new ApiPipeline(_settings, _wire, _rest, _budget, options);
    }

    internal static string? KeyFor(ApiCall call) => call.Operation.CreatesTask ? IdempotencyKeyHeader.For(call) : null;

    /// <summary>Sends until there is a good answer, which the caller disposes.</summary>
    internal Task<Answer> ExchangeAsync(ApiCall call, string? idempotencyKey, int maxRetries, CancellationToken cancellationToken) =>
        ExchangeAsync(call, idempotencyKey, maxRetries, asStream: false, cancellationToken);

    private async Task<Answer> ExchangeAsync(ApiCall call, string? idempotencyKey, int maxRetries, bool asStream, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_settings.ValidateRequests) call.Validate();
        PreparedBody? body = call.Body?.Prepare();
        Failures failures = new(call.Operation, _settings.Descriptor, _settings.ApiKey);
        ISendPolicy policy = idempotencyKey is null
            ? new QueryPolicy(_settings, call.Operation, failures, _budget, maxRetries)
            : new CreatePolicy(_settings, failures, _budget, idempotencyKey);
        using CallScope scope = new(call.Options?.Timeout, _settings.Time, cancellationToken);
        _budget.Earn();
        for (int retries = 0; ; retries++)
        {
            long start = _settings.Time.GetTimestamp();
            Attempt attempt = await _wire.SendAsync(call, body, idempotencyKey, asStream, scope.Token).ConfigureAwait(false);
            ReportAttempt(call, attempt, start);
            // What began to send a stream that cannot be rewound would send the rest of it the next time.
            bool isSpent = body is { CanRepeat: false } && attempt.Phase != RequestPhase.NotStarted;
            Decision decision = policy.Decide(attempt, isSpent ? int.MaxValue : retries);
            _rest.Hear(decision.Error);

            // Who cancels a create is not there to take the task: he is told its id.
            if (decision.IsAccepted && (idempotencyKey is null || !cancellationToken.IsCancellationRequested))
            {
                attempt.Answer!.IdempotencyKey = idempotencyKey;
                return attempt.Answer;
            }

            using (attempt)
            {
                if (decision.IsAccepted || scope.HasEnded) throw Ended(call, scope, attempt, decision, idempotencyKey);
            }

            if (decision.RetryIn is not { } delay) throw decision.Error!;
            LogRetry(call, delay, retries, decision.Error!);
            await Task.Delay(delay, _settings.Time, scope.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (scope.HasEnded) throw Ended(call, scope, attempt, decision, idempotencyKey);
        }
    }

    internal EvolinkResponseException Unreadable(ApiCall call, Answer answer, Exception? problem)
    {
        if (problem is not null) problem = MaskedKey.Remove(problem, _settings.ApiKey);
        string? taskId = call.Operation.CreatesTask ? answer.Task(_settings.Descriptor.TaskMembers).Id : null;
        return new Failures(call.Operation, _settings.Descriptor, _settings.ApiKey).Response(answer, problem?.Message ?? "The answer is not as specified", problem, answer.IdempotencyKey, taskId);
    }

    private void LogRetry(ApiCall call, TimeSpan delay, int retries, EvolinkException error)
    {
        string reason = error is EvolinkOutcomeUnknownException ? "outcome unknown, once more with the same key" : error.GetType().Name;
        Log.Retrying(_settings.Logger, call.Operation.Id, retries + 1, delay, reason);
        Telemetry.Retries.Add(1, Telemetry.Operation(call.Operation));
    }

    private void ReportAttempt(ApiCall call, Attempt attempt, long start)
    {
        TimeSpan elapsed = _settings.Time.GetElapsedTime(start);
        string? failure = attempt.Answer is null ? attempt.Failure!.GetType().Name : null;
        if (attempt.Answer is { } answer) Log.Answered(_settings.Logger, call.Operation.Id, (int)answer.StatusCode, elapsed.TotalMilliseconds, answer.RequestId);
        else Log.NotAnswered(_settings.Logger, call.Operation.Id, attempt.Phase, elapsed.TotalMilliseconds, failure!);
        Telemetry.Attempted(call.Operation, (int?)attempt.Answer?.StatusCode, failure, elapsed);
    }
}
