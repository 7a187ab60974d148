using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>GET /v1/tasks/{task_id}</summary>
internal sealed class QueryEndpoint(TaskStore tasks) : IEndpoint
{
    public RequestKind Kind => RequestKind.Query;

    public Task<IResult> AnswerAsync(HttpRequest request)
    {
        string id = PathTemplate.LastSegment(request.Path.Value!);
        if (!id.StartsWith(TaskIds.Prefix, StringComparison.Ordinal)) throw new RefusedException(ApiError.InvalidTaskId);

        SimulatedTask task = tasks.Find(id) ?? throw new RefusedException(ApiError.TaskNotFound);
        task.CountQuery();
        return Task.FromResult<IResult>(new JsonResponse(200, TaskJson.Detail(task, request.Origin())));
    }
}
