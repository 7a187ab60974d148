namespace Evolink.Codegen.Tests.Support;

/// <summary>What the project file embeds, by logical name.</summary>
internal static class EmbeddedFiles
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(EmbeddedFiles).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>The files of a folder, in ordinal order.</summary>
    public static IReadOnlyList<(string Path, string Text)> Under(string folder) =>
    [
        .. typeof(EmbeddedFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name, Text(name))),
    ];
}
