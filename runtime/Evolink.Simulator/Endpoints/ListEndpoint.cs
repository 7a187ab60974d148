using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>GET /v1/tasks: pages of tasks, newest first, without results.</summary>
internal sealed class ListEndpoint(TaskStore tasks) : IEndpoint
{
    private const int UsualPageSize = 20;
    private const int LargestPageSize = 100;

    public Task<IResult> AnswerAsync(HttpRequest request)
    {
        int page = Number(request, "page", 1, int.MaxValue);
        int size = Number(request, "page_size", UsualPageSize, LargestPageSize);
        List<(SimulatedTask Task, TaskState State)> matching =
        [
            .. tasks.All().Reverse().Select(static task => (Task: task, task.State))
                .Where(item => Asks(request, "status", item.State.Status) && Asks(request, "type", item.Task.Kind) && Asks(request, "model", item.Task.Created.Model)),
        ];

        IEnumerable<JsonNode> items = matching.Skip((int)Math.Min((page - 1L) * size, int.MaxValue)).Take(size).Select(static item => TaskJson.Summary(item.Task, item.State));
        return Task.FromResult<IResult>(new JsonResponse(200, new JsonObject
        {
            ["data"] = new JsonArray([.. items]),
            ["total"] = matching.Count,
            ["page"] = page,
            ["page_size"] = size,
        }));
    }

    private static bool Asks(HttpRequest request, string filter, string? value) =>
        request.Query[filter].FirstOrDefault() is not { Length: > 0 } wanted || wanted == value;

    private static int Number(HttpRequest request, string name, int usual, int largest)
    {
        if (request.Query[name].FirstOrDefault() is not { Length: > 0 } text) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= largest
            ? number
            : throw new RefusedException(ApiError.Invalid($"{name} must be a whole number from 1 to {largest}.", name));
    }
}
