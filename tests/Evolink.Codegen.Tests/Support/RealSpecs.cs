namespace Evolink.Codegen.Tests.Support;

/// <summary>The repository's own specifications.</summary>
internal static class RealSpecs
{
    public static IReadOnlyList<(string Path, string Text)> All { get; } = Under("specs/");

    public static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(RealSpecs).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>The embedded files of a folder, in ordinal order.</summary>
    public static IReadOnlyList<(string Path, string Text)> Under(string folder) =>
    [
        .. typeof(RealSpecs).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name, Resource(name))),
    ];
}
