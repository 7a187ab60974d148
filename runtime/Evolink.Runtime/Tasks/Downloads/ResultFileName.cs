using System.Security.Cryptography;
using System.Text;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>Names for downloaded files: the server proposes, but no name leads out of the folder or means something to a system.</summary>
internal static class ResultFileName
{
    // The longest ending that a part gets.
    private const string NoteEnding = ".part.json";

    private const int HashBytes = 8;

    /// <summary>
    /// The name in Content-Disposition; without one, the last part of the address; without that, the task's id and the result's place. A
    /// missing extension follows the content type, else the first bytes.
    /// </summary>
    public static string Create(ResultFile file, Uri address, string? disposition, string? mediaType, ReadOnlySpan<byte> start)
    {
        (string stem, string extension) = Parts(file, address, disposition, mediaType, start);
        return SafeFileName.Fit(stem, extension);
    }

    /// <summary>The name by a template, with the extension that it has anyway.</summary>
    /// <inheritdoc cref="Create"/>
    public static string CreateFrom(string template, DateTimeOffset now, ResultFile file, Uri address, string? disposition, string? mediaType, ReadOnlySpan<byte> start)
    {
        (string proposed, string extension) = Parts(file, address, disposition, mediaType, start);
        string stem = ResultNameTemplate.Expand(template, file, proposed, now);
        if (stem.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) stem = stem[..^extension.Length].TrimEnd(' ', '.');
        return SafeFileName.Fit(stem.Length > 0 ? stem : Stem(file), extension);
    }

    /// <summary>The extension that the server proposes, with its dot; empty for none.</summary>
    public static string ProposedExtension(Uri address, string? disposition) => ExtensionOf(Proposed(address, disposition));

    /// <summary>The name of a result that nobody has proposed a name for. Of two ids that are no names of files it may be the same.</summary>
    public static string Stem(ResultFile file) => Stem(file, FormattableString.Invariant($"-{file.Index + 1}"));

    /// <summary>A name that belongs to this result alone, for as long as it is a part.</summary>
    public static string PartStem(ResultFile file)
    {
        string plain = Stem(file), place = FormattableString.Invariant($"-{file.Index + 1}");
        if (plain == file.TaskId + place) return plain;

        // The id was cleaned or cut, as another one may be to the same text.
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(file.TaskId));
        return Stem(file, $"-{Convert.ToHexStringLower(hash.AsSpan(0, HashBytes))}{place}");
    }

    /// <summary>The name with a number, for when the plain one is taken.</summary>
    public static string Numbered(string name, int number)
    {
        string extension = Path.GetExtension(name);
        return SafeFileName.Fit(name[..^extension.Length], FormattableString.Invariant($" ({number}){extension}"));
    }

    private static string Stem(ResultFile file, string place) => SafeFileName.Fit(SafeFileName.From(file.TaskId), place + NoteEnding)[..^NoteEnding.Length];

    private static (string Stem, string Extension) Parts(ResultFile file, Uri address, string? disposition, string? mediaType, ReadOnlySpan<byte> start)
    {
        string name = Proposed(address, disposition);
        if (name.Length == 0) name = Stem(file);
        string extension = ExtensionOf(name);
        return extension.Length > 0 ? (name[..^extension.Length], extension) : (name, MediaExtensions.ForType(mediaType) ?? MediaExtensions.ForBytes(start) ?? ".bin");
    }

    private static string Proposed(Uri address, string? disposition)
    {
        string name = disposition is null ? "" : SafeFileName.From(DispositionFileName.Read(disposition) ?? "");
        return name.Length > 0 ? name : SafeFileName.From(Uri.UnescapeDataString(address.AbsolutePath[(address.AbsolutePath.LastIndexOf('/') + 1)..]));
    }

    private static string ExtensionOf(string name) =>
        Path.GetExtension(name) is { Length: >= 2 and <= 6 } extension && extension.Skip(1).All(char.IsAsciiLetterOrDigit) ? extension : "";
}
