namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>Names for downloaded files: the server proposes, but no name leads out of the folder or means something to a system.</summary>
internal static class ResultFileName
{
    // The longest ending that a part gets.
    private const string NoteEnding = ".part.json";

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

    /// <summary>A name that belongs to this result alone.</summary>
    public static string Stem(ResultFile file)
    {
        string place = FormattableString.Invariant($"-{file.Index + 1}");
        return SafeFileName.Fit(SafeFileName.From(file.TaskId), place + NoteEnding)[..^NoteEnding.Length];
    }

    /// <summary>The name with a number, for when the plain one is taken.</summary>
    public static string Numbered(string name, int number)
    {
        string extension = Path.GetExtension(name);
        return SafeFileName.Fit(name[..^extension.Length], FormattableString.Invariant($" ({number}){extension}"));
    }

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
