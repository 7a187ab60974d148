namespace Evolink.Runtime.Uploads;

/// <summary>The names that specifications have for media types: <c>jpg</c> and <c>jpeg</c> for <c>image/jpeg</c>.</summary>
internal static class MediaFormats
{
    private static readonly Dictionary<string, string[]> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/jpeg"] = ["jpg", "jpeg"],
        ["image/tiff"] = ["tif", "tiff"],
        ["image/heic"] = ["heic", "heif"],
        ["video/mp4"] = ["mp4", "m4v"],
        ["video/quicktime"] = ["mov", "quicktime"],
        ["video/x-matroska"] = ["mkv", "matroska"],
        ["video/x-msvideo"] = ["avi"],
        ["audio/mpeg"] = ["mp3", "mpeg", "mpga"],
        ["audio/mp4"] = ["m4a", "mp4"],
        ["audio/wav"] = ["wav", "wave"],
        ["audio/ogg"] = ["ogg", "oga", "opus"],
    };

    /// <summary>Whether a media type is among the formats that are taken.</summary>
    public static bool IsAmong(IReadOnlyList<string> formats, string mediaType)
    {
        string type = mediaType.Split(';')[0].Trim();
        string subtype = type[(type.IndexOf('/', StringComparison.Ordinal) + 1)..];
        IReadOnlyList<string> names = s_names.GetValueOrDefault(type) ?? [subtype];
        return formats.Any(format => names.Contains(format.TrimStart('.'), StringComparer.OrdinalIgnoreCase) || string.Equals(format, type, StringComparison.OrdinalIgnoreCase));
    }
}
