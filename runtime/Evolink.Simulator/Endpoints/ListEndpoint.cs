using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>GET /v1/tasks: pages of tasks, newest first, without results.</summary>
internal sealed class ListEndpoint(TaskStore tasks) : IEndpoint
{
    public Task<IResult> AnswerAsync(HttpRequest request)
    {
        PageRequest page = PageRequest.Read(request, "page_size");
        List<(SimulatedTask Task, TaskState State)> matching =
        [
            .. tasks.All().Reverse().Select(static task => (Task: task, task.State))
                .Where(item => Asks(request, "status", item.State.Status) && Asks(request, "type", item.Task.Kind) && Asks(request, "model", item.Task.Created.Model)),
        ];

        IEnumerable<JsonNode> items = page.Slice(matching).Select(static item => TaskJson.Summary(item.Task, item.State));
        return Task.FromResult<IResult>(new JsonResponse(200, new JsonObject
        {
            ["data"] = new JsonArray([.. items]),
            ["total"] = matching.Count,
            ["page"] = page.Number,
            ["page_size"] = page.Size,
        }));
    }

    private static bool Asks(HttpRequest request, string filter, string? value) =>
        request.Query[filter].FirstOrDefault() is not { Length: > 0 } wanted || wanted == value;
}
