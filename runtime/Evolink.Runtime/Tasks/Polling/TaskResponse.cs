using System.Text;
using System.Text.Json;
using Evolink.Runtime.Http;
using Evolink.Runtime.Json;
using Evolink.Runtime.Responses;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>One response about a task: what a wait needs of it, and the bytes that the typed task is read from. Shared between waiters, so it owns its bytes.</summary>
internal sealed record TaskResponse(TaskState State, byte[] Json, string? RequestId) : KnownTask(State, Json)
{
    /// <summary>Reads a response; null where it holds no whole JSON object.</summary>
    /// <param name="response">The response.</param>
    /// <param name="family">Where it has what.</param>
    /// <param name="apiKey">The key.</param>
    /// <param name="taskId">The task that was asked for: its id need not be held twice.</param>
    /// <param name="earlier">What the last query was answered; null where there was none.</param>
    public static TaskResponse? From(ApiResponse response, TaskFamily family, string apiKey, string? taskId = null, TaskResponse? earlier = null)
    {
        TaskState state = response.Task(family);
        if (earlier is not null && response.IsRepeated) return earlier.RequestId == response.RequestId ? earlier : earlier with { RequestId = response.RequestId };
        if (state.Id == taskId) state.Id = taskId;
        return state.IsWhole ? From(WireJson.Clean(response.Body.Span), state, response.RequestId, apiKey) : null;
    }

    /// <summary>What was read of a whole object.</summary>
    /// <param name="json">The cleaned bytes, which begin with the object.</param>
    /// <param name="state">What was read of it.</param>
    /// <param name="requestId">The id of the response.</param>
    /// <param name="apiKey">The key.</param>
    public static TaskResponse From(ReadOnlySpan<byte> json, TaskState state, string? requestId, string apiKey) =>
        new(state.Without(apiKey), WireJson.Shallow(json[..state.Length]), requestId) { ApiKey = apiKey };

    /// <summary>The model that the task names, without the key; null where it names none.</summary>
    public string? Model => State.Model is { } model ? MaskedKey.Remove(model, ApiKey) : null;

    /// <summary>Taken out of what an exception carries. The typed task is read from the bytes as they came.</summary>
    public string ApiKey { get; private init; } = "";

    /// <summary>The response word for word, but for the key where the server quotes it, for an exception to carry.</summary>
    public JsonElement? Snapshot()
    {
        try
        {
            return JsonElement.Parse(MaskedKey.Remove(Encoding.UTF8.GetString(Json), ApiKey));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
