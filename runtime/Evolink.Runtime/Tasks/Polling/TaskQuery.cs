using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>Asks for a task by the operation that the descriptor names.</summary>
internal sealed class TaskQuery(ClientSettings settings, ApiPipeline pipeline)
{
    /// <summary>One question of a wait: once on the wire, since the wait itself asks again.</summary>
    public Task<TaskAnswer> AskAsync(string taskId, CancellationToken cancellationToken) => AskAsync(taskId, maxRetries: 0, cancellationToken);

    /// <summary>A question of its own, with the retries of any call.</summary>
    public Task<TaskAnswer> AskWithRetriesAsync(string taskId, CancellationToken cancellationToken) => AskAsync(taskId, settings.MaxRetries, cancellationToken);

    private async Task<TaskAnswer> AskAsync(string taskId, int maxRetries, CancellationToken cancellationToken)
    {
        ApiOperation operation = settings.Descriptor.TaskQuery!;
        ApiCall call = new ApiCall(operation).Path(ApiPath.LastParameter(operation.Path), taskId);
        using Answer answer = await pipeline.ExchangeAsync(call, idempotencyKey: null, maxRetries, cancellationToken).ConfigureAwait(false);
        return TaskAnswer.From(answer, settings.Descriptor.TaskMembers, settings.ApiKey) ?? throw pipeline.Unreadable(call, answer, null);
    }
}
