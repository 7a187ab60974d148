namespace Evolink.Codegen.Tests.Support;

/// <summary>The repository's own specifications.</summary>
internal static class RealSpecs
{
    private const string Prefix = "specs/";

    public static IReadOnlyList<(string Path, string Text)> All { get; } =
    [
        .. typeof(RealSpecs).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name, Resource(name))),
    ];

    public static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(RealSpecs).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
