using System.Collections.Frozen;
using System.Net.Http.Headers;

namespace Evolink.Simulation;

/// <summary>What may be uploaded: pictures, videos and sound, by the type that is given or the name's extension.</summary>
internal static class FileTypes
{
    private const string NoType = "application/octet-stream";

    private static readonly FrozenDictionary<string, string> s_byExtension = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".webp"] = "image/webp",
        [".gif"] = "image/gif",
        [".bmp"] = "image/bmp",
        [".mp4"] = "video/mp4",
        [".mov"] = "video/quicktime",
        [".webm"] = "video/webm",
        [".mp3"] = "audio/mpeg",
        [".wav"] = "audio/wav",
        [".m4a"] = "audio/mp4",
        [".ogg"] = "audio/ogg",
        [".flac"] = "audio/flac",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type of an upload; null for one that is not taken.</summary>
    public static string? Find(string? contentType, string fileName)
    {
        string? given = MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type) ? type.MediaType : null;
        string? found = given is null or NoType ? s_byExtension.GetValueOrDefault(Path.GetExtension(fileName)) : given;
        return found?.Split('/')[0].ToLowerInvariant() is "image" or "video" or "audio" ? found : null;
    }

    /// <summary>The extension of a media type, with its dot; empty where none is customary.</summary>
    public static string Extension(string contentType) => s_byExtension.FirstOrDefault(entry => entry.Value == contentType).Key ?? "";

    /// <summary>A name without what means something in a path.</summary>
    public static string SafeName(string name)
    {
        string safe = string.Concat(Path.GetFileName(name).Select(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_'));
        return safe.Trim('.').Length == 0 ? "file" : safe;
    }
}
