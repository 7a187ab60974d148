using System.Text.Json.Nodes;

namespace Evolink.Simulation;

/// <summary>A task as its query answers it.</summary>
internal static class TaskJson
{
    /// <summary>The whole task; result URLs lead to <paramref name="origin"/>.</summary>
    public static JsonObject Detail(SimulatedTask task, string origin)
    {
        if (task.Family is { } family) return FamilyJson.Detail(family, task, origin);
        TaskState state = task.State;
        JsonObject json = Summary(task, state);
        if (state.IsCompleted) AddResults(json, task, origin);
        if (state.IsFailed && task.Script.Error is { } error) json["error"] = Error(error);
        task.Script.Edit?.Invoke(json);
        return json;
    }

    /// <summary>The task without its results, as lists have it.</summary>
    public static JsonObject Summary(SimulatedTask task, TaskState state)
    {
        JsonObject json = (JsonObject)task.Answer.DeepClone();
        json["object"] ??= task.Kind + ".generation.task";
        json["type"] ??= task.Kind;
        json["progress"] = state.Progress;
        if (state.Status is null) json.Remove("status");
        else json["status"] = state.Status;
        if (state.IsCompleted && json["task_info"] is JsonObject info && info.ContainsKey("can_cancel")) info["can_cancel"] = false;
        if (state.IsCompleted && json["usage"] is JsonObject usage) usage["credits_used"] = task.Credits;
        return json;
    }

    private static void AddResults(JsonObject json, SimulatedTask task, string origin)
    {
        if (task.Script.Results is { } urls) json["results"] = new JsonArray([.. urls.Select(static url => (JsonNode)url)]);
        else if (task.ResultData is { } data) json["result_data"] = data.DeepClone();
        else json["results"] = new JsonArray($"{origin}{ResultEndpoint.UrlPath(task)}");
    }

    private static JsonObject Error(TaskFailure failure)
    {
        JsonObject json = new() { ["code"] = failure.Code, ["message"] = failure.Message, ["type"] = "task_error" };
        if (failure.Suggestion is not null) json["suggestion"] = failure.Suggestion;
        return json;
    }
}
