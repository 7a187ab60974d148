using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace Evolink.Runtime.Http.Bodies;

/// <summary>What the runtime knows of media types.</summary>
internal static class MediaTypes
{
    public const string Binary = "application/octet-stream";

    // What is uploaded to, and made by, services for media.
    private static readonly Dictionary<string, string> s_byExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".webp"] = "image/webp",
        [".gif"] = "image/gif",
        [".bmp"] = "image/bmp",
        [".avif"] = "image/avif",
        [".heic"] = "image/heic",
        [".svg"] = "image/svg+xml",
        [".mp4"] = "video/mp4",
        [".mov"] = "video/quicktime",
        [".webm"] = "video/webm",
        [".mkv"] = "video/x-matroska",
        [".mp3"] = "audio/mpeg",
        [".wav"] = "audio/wav",
        [".m4a"] = "audio/mp4",
        [".ogg"] = "audio/ogg",
        [".flac"] = "audio/flac",
        [".pdf"] = "application/pdf",
        [".json"] = "application/json",
        [".txt"] = "text/plain",
        [".zip"] = "application/zip",
    };

    public static string FromFileName(string fileName) => s_byExtension.GetValueOrDefault(Path.GetExtension(fileName), Binary);

    public static bool IsJson(string mediaType) =>
        mediaType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) || mediaType.Split(';')[0].TrimEnd().EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it can stand in the header <c>Accept</c>.</summary>
    public static bool IsAcceptable(string mediaTypes) =>
        mediaTypes.Split(',').All(static one => MediaTypeWithQualityHeaderValue.TryParse(one.Trim(), out _));

    /// <summary>Whether it is one media type: no list of several, no wildcard.</summary>
    public static bool IsOne([NotNullWhen(true)] string? mediaType) =>
        mediaType is not null && !mediaType.Contains('*', StringComparison.Ordinal) && MediaTypeHeaderValue.TryParse(mediaType, out _);
}
