using System.Text.Json;

namespace Evolink;

/// <summary>A file that was uploaded. It stands for its URL wherever a request takes one: <c>ImageUrls = [file]</c>.</summary>
public sealed class UploadedFile
{
    internal UploadedFile(Uri url, JsonElement json) => (Url, Json) = (url, json);

    /// <summary>The URL to give to a model. Anyone who has it can read the file until it expires.</summary>
    public Uri Url { get; }

    /// <summary>What the file is deleted by; null where the service gives nothing like it.</summary>
    public string? Id { get; init; }

    /// <summary>When the service deletes the file: what its response says, else what is documented. Null where neither says anything.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The media type that it was sent as; null for a file that the service fetched itself.</summary>
    public string? ContentType { get; init; }

    /// <summary>The size in bytes; null for a stream without a length, and for a file that the service fetched itself.</summary>
    public long? Size { get; init; }

    /// <summary>The whole response.</summary>
    public JsonElement Json { get; }

    /// <summary>The file's URL.</summary>
    public static implicit operator Uri(UploadedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Url;
    }

    /// <summary>The file's URL.</summary>
    public Uri ToUri() => Url;

    /// <summary>The file's URL as text.</summary>
    public override string ToString() => Url.OriginalString;
}
