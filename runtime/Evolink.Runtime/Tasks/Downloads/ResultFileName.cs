namespace Evolink;

/// <summary>Names for downloaded files: the server proposes, but no name leads out of the folder or means something to a system.</summary>
internal static class ResultFileName
{
    private const int MaxCharacters = 120;

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>The last part of the address; without one, the task's id and the result's place. A missing extension follows the content type.</summary>
    public static string For(ResultFile file, Uri address, string? mediaType)
    {
        string name = Safe(Uri.UnescapeDataString(address.AbsolutePath[(address.AbsolutePath.LastIndexOf('/') + 1)..]));
        if (name.Length == 0) name = Stem(file);
        return HasExtension(name) ? name : name + ExtensionOf(mediaType);
    }

    /// <summary>A name that belongs to this result alone.</summary>
    public static string Stem(ResultFile file) => FormattableString.Invariant($"{Safe(file.TaskId)}-{file.Index + 1}");

    /// <summary>The name with a number, for when the plain one is taken.</summary>
    public static string Numbered(string name, int number) =>
        FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}");

    private static string Safe(string proposed)
    {
        string name = string.Concat(proposed.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ' ' or '(' or ')' ? c : '_')).Trim(' ', '.');
        if (name.Length > MaxCharacters)
        {
            string extension = HasExtension(name) ? Path.GetExtension(name) : "";
            name = name[..(MaxCharacters - extension.Length)] + extension;
        }

        return Devices.Contains(name.Split('.')[0].TrimEnd()) ? "_" + name : name;
    }

    private static bool HasExtension(string name) => Path.GetExtension(name) is { Length: >= 2 and <= 6 } extension && extension.Skip(1).All(char.IsAsciiLetterOrDigit);

    private static string ExtensionOf(string? mediaType) => mediaType?.ToUpperInvariant() switch
    {
        "VIDEO/MP4" => ".mp4",
        "VIDEO/WEBM" => ".webm",
        "VIDEO/QUICKTIME" => ".mov",
        "IMAGE/PNG" => ".png",
        "IMAGE/JPEG" => ".jpg",
        "IMAGE/WEBP" => ".webp",
        "IMAGE/GIF" => ".gif",
        "AUDIO/MPEG" => ".mp3",
        "AUDIO/WAV" or "AUDIO/X-WAV" => ".wav",
        "AUDIO/OGG" => ".ogg",
        "APPLICATION/ZIP" => ".zip",
        _ => ".bin",
    };
}
