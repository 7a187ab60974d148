using System.Runtime.InteropServices;
using System.Text.Json;

namespace Evolink;

/// <summary>A wait for a task ended without its results.</summary>
public class EvolinkTaskException : EvolinkException
{
    internal EvolinkTaskException(string message, string taskId, JsonElement? snapshot = null, Exception? innerException = null)
        : base(message, innerException)
    {
        base.TaskId = taskId;
        Snapshot = snapshot;
    }

    /// <summary>The task; it can be queried again, or resumed, by this id.</summary>
    public new string TaskId => base.TaskId!;

    /// <summary>The task as the server last described it, word for word. Null where it never did.</summary>
    public JsonElement? Snapshot { get; }

    /// <summary>Whether the task is completed, and stays without anything that could be used.</summary>
    internal bool IsWithoutResults { get; init; }

    /// <summary>The snapshot as the type that the client answers.</summary>
    /// <exception cref="JsonException">The snapshot is no such object.</exception>
    public T? SnapshotAs<T>()
        where T : class, IJsonModel<T>
    {
        if (Snapshot is not { } snapshot) return null;
        Utf8JsonReader reader = new(JsonMarshal.GetRawUtf8Value(snapshot));
        reader.Read();
        return T.ReadFrom(ref reader);
    }
}
