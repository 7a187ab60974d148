using System.Text;
using System.Text.Json;
using Evolink.Runtime.Http;
using Evolink.Runtime.Json;
using Evolink.Runtime.Responses;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>One response about a task: what a wait needs of it, and the bytes that the typed task is read from. Shared between waiters, so it owns its bytes.</summary>
internal sealed record TaskResponse(TaskState State, byte[] Json, string? RequestId)
{
    /// <summary>Reads a response; null where it holds no whole JSON object.</summary>
    public static TaskResponse? From(ApiResponse response, TaskFamily family, string apiKey)
    {
        TaskState state = response.Task(family);
        return state.IsWhole ? new TaskResponse(state.Without(apiKey), WireJson.Shallow(WireJson.Clean(response.Body.Span)[..state.Length]), response.RequestId) { ApiKey = apiKey } : null;
    }

    /// <summary>The model that the task names; null where it names none.</summary>
    public string? FindModel()
    {
        try
        {
            Utf8JsonReader reader = WireJson.Reader(Json);
            return reader.Read() && JsonRead.Peek(reader, "model"u8) is { } model && !string.IsNullOrWhiteSpace(model) ? MaskedKey.Remove(model, ApiKey) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

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
