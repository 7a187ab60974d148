using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>POST /v1/tasks/batch: several tasks at once; ids that are not known are left out.</summary>
internal sealed class BatchEndpoint(TaskStore tasks) : IEndpoint
{
    private const int MostIds = 50;

    public RequestKind Kind => RequestKind.Query;

    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        JsonElement body = (await JsonBody.ReadAsync(request).ConfigureAwait(false)).Root;
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("task_ids", out JsonElement ids) || ids.ValueKind != JsonValueKind.Array
            || ids.EnumerateArray().Any(static id => id.ValueKind != JsonValueKind.String))
        {
            throw new RefusedException(ApiError.Invalid("task_ids must be an array of strings.", "task_ids"));
        }

        if (ids.GetArrayLength() > MostIds)
            throw new RefusedException(ApiError.Invalid($"task_ids must have at most {MostIds} items, but has {ids.GetArrayLength()}.", "task_ids"));

        JsonArray found = [];
        foreach (JsonElement id in ids.EnumerateArray())
        {
            if (tasks.Find(id.GetString()!) is not { } task) continue;
            task.CountQuery();
            // As a node; the overload for any value would reflect on it.
            found.Add((JsonNode)TaskJson.Detail(task, request.Origin()));
        }
        return new JsonResponse(200, new JsonObject { ["data"] = found });
    }
}
