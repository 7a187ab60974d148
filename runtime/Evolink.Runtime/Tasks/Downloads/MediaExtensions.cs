using System.Text;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>What a file is, by the extension of its name, by its content type, and by its first bytes.</summary>
internal static class MediaExtensions
{
    private static readonly HashSet<string> s_media = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi", ".mpg", ".mpeg", ".ts", ".flv", ".wmv", ".3gp", ".ogv",
        ".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif", ".heic", ".heif", ".jxl", ".ico", ".psd", ".exr", ".hdr",
        ".mp3", ".wav", ".ogg", ".oga", ".opus", ".m4a", ".aac", ".flac", ".wma", ".aif", ".aiff", ".mid", ".midi",
        ".zip", ".gz", ".tar", ".7z", ".rar", ".pdf", ".glb", ".fbx", ".blend", ".usdz", ".bin",
    };

    private static readonly HashSet<string> s_text = new(StringComparer.OrdinalIgnoreCase)
    {
        ".json", ".jsonl", ".txt", ".md", ".csv", ".tsv", ".srt", ".vtt", ".ass", ".ssa", ".lrc", ".sbv", ".svg", ".xml", ".ttml", ".html", ".htm", ".xhtml",
        ".yaml", ".yml", ".gltf", ".obj", ".mtl", ".dae", ".m3u8", ".m3u", ".mpd", ".css", ".js", ".log",
    };

    /// <summary>Whether files of this extension are bytes (<see langword="true"/>) or text; null where it is not known.</summary>
    public static bool? IsMedia(string extension) => s_media.Contains(extension) ? true : s_text.Contains(extension) ? false : null;

    /// <summary>Whether a file of this extension is a web page by itself.</summary>
    public static bool IsPage(string extension) => extension.ToUpperInvariant() is ".HTML" or ".HTM" or ".XHTML";

    /// <summary>Whether content of this type is bytes (<see langword="true"/>) or text; null where the type does not say.</summary>
    public static bool? IsMediaType(string? mediaType)
    {
        string type = mediaType?.ToUpperInvariant() ?? "";
        if (type.StartsWith("TEXT/", StringComparison.Ordinal) || type.EndsWith("+JSON", StringComparison.Ordinal) || type.EndsWith("+XML", StringComparison.Ordinal)) return false;
        if (type is "APPLICATION/JSON" or "APPLICATION/XML" or "APPLICATION/VND.APPLE.MPEGURL" or "APPLICATION/X-MPEGURL" or "APPLICATION/X-SUBRIP" or "APPLICATION/X-NDJSON") return false;
        return type.Split('/')[0] is "VIDEO" or "IMAGE" or "AUDIO" || type is "APPLICATION/ZIP" or "APPLICATION/PDF" ? true : null;
    }

    /// <summary>The customary extension of a content type; null where there is none.</summary>
    public static string? ForType(string? mediaType) => mediaType?.ToUpperInvariant() switch
    {
        "VIDEO/MP4" => ".mp4",
        "VIDEO/WEBM" => ".webm",
        "VIDEO/QUICKTIME" => ".mov",
        "VIDEO/X-MATROSKA" => ".mkv",
        "IMAGE/PNG" => ".png",
        "IMAGE/JPEG" => ".jpg",
        "IMAGE/WEBP" => ".webp",
        "IMAGE/GIF" => ".gif",
        "IMAGE/AVIF" => ".avif",
        "IMAGE/SVG+XML" => ".svg",
        "AUDIO/MPEG" => ".mp3",
        "AUDIO/WAV" or "AUDIO/X-WAV" or "AUDIO/WAVE" => ".wav",
        "AUDIO/OGG" => ".ogg",
        "AUDIO/MP4" or "AUDIO/X-M4A" => ".m4a",
        "AUDIO/FLAC" or "AUDIO/X-FLAC" => ".flac",
        "AUDIO/AAC" => ".aac",
        "APPLICATION/ZIP" => ".zip",
        "APPLICATION/PDF" => ".pdf",
        "APPLICATION/JSON" => ".json",
        "MODEL/GLTF-BINARY" => ".glb",
        "TEXT/PLAIN" => ".txt",
        "TEXT/VTT" => ".vtt",
        "APPLICATION/X-SUBRIP" => ".srt",
        _ => null,
    };

    /// <summary>The extension that the first bytes of a file speak for; null where they say nothing.</summary>
    public static string? ForBytes(ReadOnlySpan<byte> start)
    {
        string text = Encoding.Latin1.GetString(start[..Math.Min(start.Length, 16)]);
        return text switch
        {
            _ when At(text, 4, "ftypqt") => ".mov",
            _ when At(text, 4, "ftypM4A") => ".m4a",
            _ when At(text, 4, "ftypavif") => ".avif",
            _ when At(text, 4, "ftyp") => ".mp4",
            _ when At(text, 0, "\u001AE\u00DF\u00A3") => ".webm",
            _ when At(text, 0, "\u0089PNG") => ".png",
            _ when At(text, 0, "\u00FF\u00D8\u00FF") => ".jpg",
            _ when At(text, 0, "GIF8") => ".gif",
            _ when At(text, 0, "RIFF") && At(text, 8, "WEBP") => ".webp",
            _ when At(text, 0, "RIFF") && At(text, 8, "WAVE") => ".wav",
            _ when At(text, 0, "ID3") => ".mp3",
            _ when At(text, 0, "OggS") => ".ogg",
            _ when At(text, 0, "fLaC") => ".flac",
            _ when At(text, 0, "glTF") => ".glb",
            _ when At(text, 0, "PK\u0003\u0004") => ".zip",
            _ => null,
        };
    }

    private static bool At(string text, int offset, string mark) => text.AsSpan(Math.Min(offset, text.Length)).StartsWith(mark, StringComparison.Ordinal);
}
