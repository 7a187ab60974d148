using System.Runtime.CompilerServices;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Diagnostics;
using Evolink.Runtime.Http;
using Evolink.Runtime.Http.Bodies;
using Evolink.Runtime.Retry;

namespace Evolink.Runtime.Pipeline;

/// <summary>Sends the calls of one client, each until there is a good response or nothing left to try.</summary>
internal sealed class CallSender(ClientSettings settings, HttpSender sender, CooldownSignal cooldown)
{
    // Of all calls together: an outage concerns every one of them.
    private readonly RetryBudget _budget = new();

    /// <summary>What completes a call before it is checked: what its body only names is uploaded, and what it leaves to the client is put in. None where a body is sent as it is.</summary>
    public List<Func<ApiCall, CancellationToken, Task>> Completions { get; } = [];

    /// <summary>Sends until there is a good response, which the caller disposes.</summary>
    /// <param name="call">What to send.</param>
    /// <param name="idempotencyKey">For creates; null for any other call.</param>
    /// <param name="maxRetries">How often a call that is no create is repeated.</param>
    /// <param name="asStream">Whether a good response's body is left unread.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="EvolinkException">The call failed; the type says how.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ApiResponse> SendAsync(ApiCall call, string? idempotencyKey, int maxRetries, bool asStream, CancellationToken cancellationToken)
    {
        RecordedSubmit? recorded = idempotencyKey is null ? null : call.Options?.Recorded;
        recorded?.Take();
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((idempotencyKey ?? call.Options?.IdempotencyKey) is { } key) IdempotencyKeyHeader.ThrowIfUnfit(key, settings.Descriptor);
            foreach (Func<ApiCall, CancellationToken, Task> complete in Completions) await complete(call, cancellationToken).ConfigureAwait(false);
            if (recorded is not null) await recorded.BeforeSend(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (idempotencyKey is not null && cancellationToken.IsCancellationRequested)
        {
            // Whoever wrote the create down before it was sent has to hear that it was not.
            throw EndedCall.NotBegun(idempotencyKey, canceled, cancellationToken);
        }

        if (settings.ValidateRequests) call.Validate();
        PreparedBody? body = call.Body?.Prepare();
        IRetryPolicy policy = PolicyFor(call, idempotencyKey, maxRetries);
        using CallScope scope = new(call.Options?.Timeout, settings.Time, cancellationToken);
        _budget.Earn();
        for (int retries = 0; ; retries++)
        {
            long start = settings.Time.GetTimestamp();
            Attempt attempt = await sender.SendAsync(call, body, idempotencyKey, asStream, scope.Token).ConfigureAwait(false);
            recorded?.CountAttempt();
            ReportAttempt(call, attempt, start);
            attempt.Response?.Earlier = call.Earlier;
            attempt.Response?.AskedTaskId = call.AskedTaskId;

            // What began to send a stream that cannot be rewound would send the rest of it the next time.
            bool isSpent = body is { CanRepeat: false } && attempt.Phase != RequestPhase.NotStarted;
            RetryDecision decision = policy.Decide(attempt, isSpent ? IRetryPolicy.CannotRepeat : retries);
            cooldown.Report(decision.Error);

            // A caller who cancels a create does not receive the task; the exception tells its id.
            if (decision.IsAccepted && (idempotencyKey is null || !cancellationToken.IsCancellationRequested))
            {
                attempt.Response!.IdempotencyKey = idempotencyKey;
                attempt.Response.RequestedModel = idempotencyKey is null ? null : body?.FindModel();
                return attempt.Response;
            }

            using (attempt)
            {
                if (decision.IsAccepted || scope.HasEnded) throw new EndedCall(call, scope, idempotencyKey).CreateException(attempt, decision);
            }

            if (decision.RetryIn is not { } delay) throw decision.Error!;
            ReportRetry(call, delay, retries, decision.Error!);
            await Task.Delay(delay, settings.Time, scope.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (scope.HasEnded) throw new EndedCall(call, scope, idempotencyKey).CreateException(attempt, decision);
        }
    }

    private IRetryPolicy PolicyFor(ApiCall call, string? idempotencyKey, int maxRetries)
    {
        CallErrors errors = new(call.Operation, settings.Descriptor, settings.ApiKey);
        return idempotencyKey is null
            ? new QueryRetryPolicy(settings, call.Operation, errors, _budget, call.Options?.MaxRetryAfter, maxRetries)
            : new CreateRetryPolicy(settings, call.Operation.TaskFamily!, errors, _budget, call.Options?.MaxRetryAfter, idempotencyKey, call.Options?.Recorded);
    }

    private void ReportAttempt(ApiCall call, Attempt attempt, long start)
    {
        TimeSpan elapsed = settings.Time.GetElapsedTime(start);
        string? failure = attempt.Response is null ? attempt.Failure!.GetType().Name : null;
        if (attempt.Response is { } response) Log.Answered(settings.Logger, call.Operation.Id, (int)response.StatusCode, elapsed.TotalMilliseconds, response.RequestId);
        else Log.NotAnswered(settings.Logger, call.Operation.Id, attempt.Phase, elapsed.TotalMilliseconds, failure!);
        Telemetry.Attempted(call.Operation, (int?)attempt.Response?.StatusCode, failure, elapsed);
    }

    private void ReportRetry(ApiCall call, TimeSpan delay, int retries, EvolinkException error)
    {
        string reason = error is EvolinkOutcomeUnknownException ? "outcome unknown, once more with the same key" : error.GetType().Name;
        Log.Retrying(settings.Logger, call.Operation.Id, retries + 1, delay, reason);
        Telemetry.Retries.Add(1, Telemetry.Operation(call.Operation));
    }
}
