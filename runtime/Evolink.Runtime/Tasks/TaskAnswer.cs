using System.Text.Json;

namespace Evolink;

/// <summary>One answer about a task: what a wait needs of it, and the bytes that the typed task is read from. Shared between waiters, so it owns its bytes.</summary>
internal sealed record TaskAnswer(TaskState State, byte[] Json, string? RequestId)
{
    /// <summary>The answer word for word, for an exception to carry; null where it is no JSON.</summary>
    public JsonElement? Snapshot() => AnswerJson.Read(Json, LenientRead.Element, out _, ignoresRest: true);
}
