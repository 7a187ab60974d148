using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;
using Evolink.Runtime.Pipeline;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>Queries a task by the operation that the descriptor names.</summary>
internal sealed class TaskQuery(ClientSettings settings, CallSender sender)
{
    private readonly ResponseContent _content = new(settings);

    /// <summary>One poll of a wait: sent once, since the wait itself polls again.</summary>
    public Task<TaskResponse> PollAsync(string taskId, CancellationToken cancellationToken) => SendAsync(taskId, maxRetries: 0, cancellationToken);

    /// <summary>A query by itself, with the retries of any call.</summary>
    public Task<TaskResponse> GetAsync(string taskId, CancellationToken cancellationToken) => SendAsync(taskId, settings.MaxRetries, cancellationToken);

    private async Task<TaskResponse> SendAsync(string taskId, int maxRetries, CancellationToken cancellationToken)
    {
        ApiOperation operation = settings.Descriptor.TaskQuery!;
        ApiCall call = new ApiCall(operation).Path(ApiPath.LastParameter(operation.Path), taskId);
        using ApiResponse response = await sender.SendAsync(call, idempotencyKey: null, maxRetries, asStream: false, cancellationToken).ConfigureAwait(false);
        return TaskResponse.From(response, settings.Descriptor.TaskMembers, settings.ApiKey) ?? throw _content.Unreadable(call, response, null);
    }
}
