using Evolink.Codegen.TaskFamilies;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;
using Evolink.Runtime.Pipeline;
using Evolink.Runtime.Responses;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>Queries a task by the operation of its family.</summary>
internal sealed class TaskQuery(ClientSettings settings, CallSender sender)
{
    private readonly ResponseContent _content = new(settings);

    /// <summary>One poll of a wait: sent once, since the wait itself polls again.</summary>
    public Task<TaskResponse> PollAsync(TaskFamily family, string taskId, CancellationToken cancellationToken) =>
        SendAsync(family, taskId, maxRetries: 0, cancellationToken);

    /// <summary>A query by itself, with the retries of any call.</summary>
    public Task<TaskResponse> GetAsync(TaskFamily family, string taskId, CancellationToken cancellationToken) =>
        SendAsync(family, taskId, settings.MaxRetries, cancellationToken);

    /// <summary>The addresses that the family's content operation names in JSON, as it was asked for one task.</summary>
    public async Task<IReadOnlyList<string>> GetContentAsync(TaskFamily family, string taskId, CancellationToken cancellationToken)
    {
        ApiCall call = ContentCall(family, taskId);
        using ApiResponse response = await sender.SendAsync(call, idempotencyKey: null, settings.MaxRetries, asStream: false, cancellationToken).ConfigureAwait(false);
        return ResultReader.Read(response.Body.Span);
    }

    /// <summary>The address of the result itself, where the content operation's response is the file.</summary>
    public string GetContentAddress(TaskFamily family, string taskId)
    {
        ApiCall call = ContentCall(family, taskId);
        return settings.Servers.Resolve(call.Operation, call.PathAndQuery()).AbsoluteUri;
    }

    private static ApiCall ContentCall(TaskFamily family, string taskId)
    {
        ApiOperation content = family.Content!;
        return Call(content, family.ContentParameter ?? PathParameters.FindLast(content.Path), taskId, family.KeepsSlashes);
    }

    private static ApiCall Call(ApiOperation operation, string parameter, string taskId, bool keepsSlashes)
    {
        ApiCall call = new ApiCall(operation).SetPresets();
        if (!operation.Path.Contains($"{{{parameter}}}", StringComparison.Ordinal)) return call.Query(parameter, taskId);
        return keepsSlashes ? call.PathSegments(parameter, taskId) : call.Path(parameter, taskId);
    }

    private async Task<TaskResponse> SendAsync(TaskFamily family, string taskId, int maxRetries, CancellationToken cancellationToken)
    {
        ApiCall call = Call(family.Query, family.QueryParameter, taskId, family.KeepsSlashes);
        using ApiResponse response = await sender.SendAsync(call, idempotencyKey: null, maxRetries, asStream: false, cancellationToken).ConfigureAwait(false);
        return TaskResponse.From(response, family, settings.ApiKey, taskId) ?? throw _content.Unreadable(call, response, null);
    }
}
