using System.Diagnostics;

namespace Evolink;

/// <summary>Creates tasks, each once.</summary>
internal sealed class TaskSubmitter(ClientSettings settings, ApiPipeline pipeline)
{
    /// <summary>Creates a task.</summary>
    /// <exception cref="EvolinkException">It was not created, or it is not known whether it was.</exception>
    /// <exception cref="EvolinkCanceledException">The caller cancelled.</exception>
    public async Task<TaskOrigin> SubmitAsync(GenerationRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ApiCall call = Call(request, options);
        string idempotencyKey = IdempotencyKeyHeader.For(call);
        using Activity? activity = Telemetry.StartCreate(request.Operation);
        try
        {
            TaskState state = await WithinAsync(options?.Timeout, call, idempotencyKey, cancellationToken).ConfigureAwait(false);
            Log.Submitted(settings.Logger, request.Operation.Id, state.Id!);
            Telemetry.Submitted.Add(1, Telemetry.Operation(request.Operation));
            activity?.SetTag("evolink.task.id", state.Id);
            return new TaskOrigin(state.Id!, idempotencyKey, state, settings.Time.GetTimestamp(), activity?.Context ?? default);
        }
        catch (EvolinkException error)
        {
            activity?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
            throw;
        }
    }

    private static ApiCall Call(GenerationRequest request, RequestOptions? options)
    {
        if (options is null) return new ApiCall(request.Operation).Json(request);
        RequestRules.ThrowIfInvalid(options, request.Operation);
        ApiCall call = new ApiCall(request.Operation) { AttemptTimeout = options.AttemptTimeout }
            .Header(IdempotencyKeyHeader.Name, options.IdempotencyKey)
            .Json(request);
        foreach ((string name, string value) in options.Headers) call.Header(name, value);
        return call;
    }

    private async Task<TaskState> WithinAsync(TimeSpan? timeout, ApiCall call, string idempotencyKey, CancellationToken cancellationToken)
    {
        if (timeout is not { } limit) return await CreateAsync(call, idempotencyKey, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        using CancellationTokenSource elapsed = new(limit, settings.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(elapsed.Token, cancellationToken);
        try
        {
            return await CreateAsync(call, idempotencyKey, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException ended) when (!cancellationToken.IsCancellationRequested)
        {
            return WhatIsKnown(ended as EvolinkCanceledException) ?? throw NotCreated(call, ended, limit, idempotencyKey);
        }
        catch (EvolinkCanceledException ended) when (ended.CancellationToken == either.Token)
        {
            // The caller knows his own token, and not the one that stood in for it.
            throw new EvolinkCanceledException(ended.Message, ended.InnerException, cancellationToken)
            {
                TaskId = ended.TaskId,
                IdempotencyKey = ended.IdempotencyKey,
                Phase = ended.Phase,
            };
        }
    }

    private async Task<TaskState> CreateAsync(ApiCall call, string idempotencyKey, CancellationToken cancellationToken)
    {
        using Answer answer = await pipeline.ExchangeAsync(call, idempotencyKey, settings.MaxRetries, cancellationToken).ConfigureAwait(false);
        return TaskStateReader.Read(answer.Body.Span, settings.Descriptor.TaskMembers);
    }

    // The answer came in the grace after the limit: the task is there, and paid for.
    private static TaskState? WhatIsKnown(EvolinkCanceledException? ended) => ended?.TaskId is { } id ? new TaskState { Id = id } : null;

    private static EvolinkException NotCreated(ApiCall call, OperationCanceledException ended, TimeSpan limit, string idempotencyKey)
    {
        if (ended.InnerException is EvolinkException known) return known;
        string message = $"{call.Operation.Id}: the task could not be created within {limit}";
        return ended is EvolinkCanceledException { Phase: RequestPhase.Complete }
            ? new EvolinkOutcomeUnknownException(message + ". The request left whole: the task may exist and be billed.", ended) { IdempotencyKey = idempotencyKey }
            : new EvolinkConnectionException(message + "; nothing was submitted.", RequestPhase.NotStarted, ended) { IdempotencyKey = idempotencyKey };
    }
}
