using System.Runtime.CompilerServices;
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
    /// <param name="family">How the task is queried.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="earlier">What the last query was answered: where nothing has changed since, it is the response. Null for the first.</param>
    /// <param name="cancellationToken">Ends the poll.</param>
    public ValueTask<TaskResponse> PollAsync(TaskFamily family, string taskId, TaskResponse? earlier, CancellationToken cancellationToken) =>
        SendAsync(family, taskId, earlier, maxRetries: 0, cancellationToken);

    /// <summary>A query by itself, with the retries of any call.</summary>
    public Task<TaskResponse> GetAsync(TaskFamily family, string taskId, CancellationToken cancellationToken) =>
        SendAsync(family, taskId, earlier: null, settings.MaxRetries, cancellationToken).AsTask();

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

    // Asked at every poll, so without a text of its own.
    private static bool HasPlace(string path, string parameter)
    {
        for (int at = -1; (at = path.IndexOf(parameter, at + 1, StringComparison.Ordinal)) >= 0;)
            if (at > 0 && path[at - 1] == '{' && path.AsSpan(at + parameter.Length).StartsWith('}')) return true;
        return false;
    }

    private static ApiCall ContentCall(TaskFamily family, string taskId)
    {
        ApiOperation content = family.Content!;
        return Call(content, family.ContentParameter ?? PathParameters.FindLast(content.Path), taskId, family.KeepsSlashes);
    }

    private static ApiCall Call(ApiOperation operation, string parameter, string taskId, bool keepsSlashes)
    {
        ApiCall call = new ApiCall(operation).SetPresets();
        if (!HasPlace(operation.Path, parameter)) return call.Query(parameter, taskId);
        return keepsSlashes ? call.PathSegments(parameter, taskId) : call.Path(parameter, taskId);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TaskResponse> SendAsync(TaskFamily family, string taskId, TaskResponse? earlier, int maxRetries, CancellationToken cancellationToken)
    {
        ApiCall call = Call(family.Query, family.QueryParameter, taskId, family.KeepsSlashes);
        (call.Earlier, call.AskedTaskId) = (earlier, taskId);
        using ApiResponse response = await sender.SendAsync(call, idempotencyKey: null, maxRetries, asStream: false, cancellationToken).ConfigureAwait(false);
        TaskResponse task = TaskResponse.From(response, family, settings.ApiKey, taskId, earlier) ?? throw _content.Unreadable(call, response, null);
        if (IsEndOfAnother(task, earlier, taskId)) throw _content.Unreadable(call, response, new InvalidDataException("The response is about another task"));
        return task;
    }

    // Not every API gives the id back as it was asked for. One that did, and then names another task, got its responses mixed up.
    private static bool IsEndOfAnother(TaskResponse task, TaskResponse? earlier, string taskId) =>
        task.State is { Status.IsTerminal: true, Id: { } id } && earlier?.State.Id == taskId && !TaskIds.MayBeSame(taskId, id);
}
