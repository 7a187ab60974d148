namespace Evolink.Codegen.Tests.Support;

/// <summary>The repository's own specifications.</summary>
internal static class RealSpecs
{
    public static IReadOnlyList<(string Path, string Text)> All { get; } = EmbeddedFiles.Under("specs/");
}
