using System.Text.Json;

namespace Evolink;

/// <summary>One answer about a task: what a wait needs of it, and the bytes that the typed task is read from. Shared between waiters, so it owns its bytes.</summary>
internal sealed record TaskAnswer(TaskState State, byte[] Json, string? RequestId)
{
    /// <summary>The answer word for word, for an exception to carry.</summary>
    public JsonElement? Snapshot()
    {
        try
        {
            return JsonElement.Parse(Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
