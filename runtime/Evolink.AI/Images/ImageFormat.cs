using System.Text.Json;

namespace Evolink.Images;

/// <summary>Media types of images, and the words that models and files have for them.</summary>
internal static class ImageFormat
{
    private const string Prefix = "image/";

    /// <summary>What a model calls a media type.</summary>
    /// <exception cref="ArgumentException">The model does not make it.</exception>
    public static string Find(ModelParameter parameter, string mediaType)
    {
        string[] values = [.. parameter.Enum.Where(static value => value.ValueKind == JsonValueKind.String).Select(static value => value.GetString()!)];
        return values.FirstOrDefault(value => FromName(value).Equals(mediaType, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"The model makes no images of the type '{mediaType}'. Its types are {string.Join(", ", values.Select(FromName))}.");
    }

    /// <summary>The media type of a file's or an address's ending; any image where it has none.</summary>
    public static string FromPath(string path) => FromName(Path.GetExtension(path).TrimStart('.'));

    /// <summary>A name for an image that has none.</summary>
    public static string FileName(string mediaType) => "image." + mediaType[Prefix.Length..].Split('+')[0];

    private static string FromName(string name) => name.ToLowerInvariant() switch
    {
        "" => Prefix + "*",
        "jpg" or "jpeg" => Prefix + "jpeg",
        "svg" => Prefix + "svg+xml",
        string other => other.All(char.IsAsciiLetterOrDigit) ? Prefix + other : Prefix + "*",
    };
}
