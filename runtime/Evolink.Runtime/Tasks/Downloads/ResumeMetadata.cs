using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>
/// What stands beside a part, in <c>.part.json</c>: what a later try needs to go on or, once the result has its name while others of its
/// task are still missing, where it is.
/// </summary>
/// <param name="Source">Where it came from, without the query string: a validator holds for one address only.</param>
/// <param name="ETag">The validator that a resumption needs.</param>
/// <param name="Length">How long the whole result is; null where the server did not say.</param>
/// <param name="File">The name of the whole result; null as long as it is a part.</param>
/// <param name="TaskId">The task, word for word: two ids may make one file name.</param>
/// <param name="LastModified">When the result was last modified, as the server wrote it; null where it did not say.</param>
internal sealed record ResumeMetadata(string? Source, string? ETag, long? Length, string? File = null, string? TaskId = null, string? LastModified = null)
{
    private const int MaxBytes = 64 * 1024;

    private static readonly ResumeMetadata s_none = new(null, null, null);

    /// <summary>Reads a note. One that is missing or cannot be read, or is no regular file, says nothing.</summary>
    public static ResumeMetadata Read(string path)
    {
        try
        {
            if (ExclusiveFile.IsLink(path)) return s_none;

            // For writing as well: opening a pipe for reading alone waits for its writer.
            using SafeFileHandle handle = System.IO.File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            if (!ExclusiveFile.IsRegular(handle)) return s_none;
            byte[] bytes = new byte[Math.Min(RandomAccess.GetLength(handle), MaxBytes)];
            using JsonDocument metadata = JsonDocument.Parse(bytes.AsMemory(0, RandomAccess.Read(handle, bytes, 0)));
            JsonElement root = metadata.RootElement;
            long? length = root.TryGetProperty("length", out JsonElement value) ? value.GetInt64() : null;
            return new(Text(root, "source"), Text(root, "etag"), length, Text(root, "file"), Text(root, "task"), Text(root, "modified"));
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or FormatException)
        {
            return s_none;
        }
    }

    public void Write(string path)
    {
        // Made anew: whatever has the name, a link or a pipe, is not written through.
        System.IO.File.Delete(path);
        using FileStream metadata = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        using Utf8JsonWriter writer = new(metadata);
        writer.WriteStartObject();
        if (Source is not null) writer.WriteString("source", Source);
        if (ETag is not null) writer.WriteString("etag", ETag);
        if (Length is { } length) writer.WriteNumber("length", length);
        if (File is not null) writer.WriteString("file", File);
        if (TaskId is not null) writer.WriteString("task", TaskId);
        if (LastModified is not null) writer.WriteString("modified", LastModified);
        writer.WriteEndObject();
    }

    private static string? Text(JsonElement metadata, string member) => metadata.TryGetProperty(member, out JsonElement value) ? value.GetString() : null;
}
