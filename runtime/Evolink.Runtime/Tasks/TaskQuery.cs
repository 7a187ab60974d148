namespace Evolink;

/// <summary>Asks for a task by the operation that the descriptor names.</summary>
internal sealed class TaskQuery(ClientSettings settings, ApiPipeline pipeline, RateGate gate)
{
    // Where a server says "too often" without a time, the vendor's documentation asks for a minute; spread over all waits, this is enough.
    private static readonly TimeSpan DefaultRest = TimeSpan.FromSeconds(5);

    /// <summary>One question of a wait: once on the wire, since the wait itself asks again; within the client's rate.</summary>
    public async Task<TaskAnswer> AskAsync(string taskId, CancellationToken cancellationToken)
    {
        await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await AskAsync(taskId, maxRetries: 0, cancellationToken).ConfigureAwait(false);
        }
        catch (EvolinkApiException limited) when (limited.Kind == EvolinkErrorKind.RateLimited)
        {
            TimeSpan asked = limited.RetryAfter ?? DefaultRest;
            gate.Rest(asked < Backoff.Cap ? asked : Backoff.Cap);
            throw;
        }
    }

    /// <summary>A question of its own, with the retries of any call.</summary>
    public Task<TaskAnswer> AskWithRetriesAsync(string taskId, CancellationToken cancellationToken) => AskAsync(taskId, settings.MaxRetries, cancellationToken);

    private async Task<TaskAnswer> AskAsync(string taskId, int maxRetries, CancellationToken cancellationToken)
    {
        ApiOperation operation = settings.Descriptor.TaskQuery!;
        ApiCall call = new ApiCall(operation).Path(ApiPath.LastParameter(operation.Path), taskId);
        using Answer answer = await pipeline.ExchangeAsync(call, idempotencyKey: null, maxRetries, cancellationToken).ConfigureAwait(false);
        TaskState state = TaskStateReader.Read(answer.Body.Span, settings.Descriptor.TaskMembers);
        return state.IsWhole ? new TaskAnswer(state, answer.Body.ToArray(), answer.RequestId) : throw pipeline.Unreadable(call, answer, null);
    }
}
