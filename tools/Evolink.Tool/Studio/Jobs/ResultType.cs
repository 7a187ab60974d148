namespace Evolink.Tool.Studio.Jobs;

/// <summary>How a result is shown.</summary>
/// <param name="Kind"><c>video</c>, <c>image</c>, <c>audio</c>, <c>text</c> or <c>file</c>, which is only downloaded.</param>
/// <param name="ContentType">The media type.</param>
internal sealed record ResultType(string Kind, string ContentType)
{
    /// <summary>Only what runs no script is shown: a page or a drawing with scripts would act in the studio's name.</summary>
    public static ResultType Find(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".mp4" or ".m4v" => new("video", "video/mp4"),
        ".webm" => new("video", "video/webm"),
        ".mov" => new("video", "video/quicktime"),
        ".png" => new("image", "image/png"),
        ".jpg" or ".jpeg" => new("image", "image/jpeg"),
        ".webp" => new("image", "image/webp"),
        ".gif" => new("image", "image/gif"),
        ".avif" => new("image", "image/avif"),
        ".mp3" => new("audio", "audio/mpeg"),
        ".wav" => new("audio", "audio/wav"),
        ".ogg" or ".opus" => new("audio", "audio/ogg"),
        ".flac" => new("audio", "audio/flac"),
        ".m4a" or ".aac" => new("audio", "audio/mp4"),
        ".txt" or ".srt" or ".vtt" or ".json" => new("text", "text/plain; charset=utf-8"),
        _ => new("file", "application/octet-stream"),
    };
}
