using System.Text.Json;

namespace Evolink;

/// <summary>
/// What stands beside a part, in <c>.part.json</c>: what a later try needs to go on or, once the result has its name while others of its
/// task are still missing, where it is.
/// </summary>
/// <param name="Source">Where it came from, without the query string, for whoever looks into the folder.</param>
/// <param name="ETag">The validator that a resumption needs.</param>
/// <param name="Length">How long the whole result is; null where the server did not say.</param>
/// <param name="File">The name of the whole result; null as long as it is a part.</param>
/// <param name="TaskId">The task of a whole result, word for word: two ids may make one file name.</param>
internal sealed record PartNote(string? Source, string? ETag, long? Length, string? File = null, string? TaskId = null)
{
    private static readonly PartNote None = new(null, null, null);

    /// <summary>Reads a note. One that is missing or cannot be read says nothing.</summary>
    public static PartNote Read(string path)
    {
        try
        {
            using JsonDocument note = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
            JsonElement root = note.RootElement;
            return new(Text(root, "source"), Text(root, "etag"), root.TryGetProperty("length", out JsonElement length) ? length.GetInt64() : null, Text(root, "file"), Text(root, "task"));
        }
        catch (Exception unusable) when (unusable is IOException or JsonException or InvalidOperationException or FormatException)
        {
            return None;
        }
    }

    public void Write(string path)
    {
        using FileStream note = System.IO.File.Create(path);
        using Utf8JsonWriter writer = new(note);
        writer.WriteStartObject();
        if (Source is not null) writer.WriteString("source", Source);
        if (ETag is not null) writer.WriteString("etag", ETag);
        if (Length is { } length) writer.WriteNumber("length", length);
        if (File is not null) writer.WriteString("file", File);
        if (TaskId is not null) writer.WriteString("task", TaskId);
        writer.WriteEndObject();
    }

    private static string? Text(JsonElement note, string member) => note.TryGetProperty(member, out JsonElement value) ? value.GetString() : null;
}
