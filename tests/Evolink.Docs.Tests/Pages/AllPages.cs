using System.Reflection;

namespace Evolink.Docs.Tests;

/// <summary>Every page of the repository.</summary>
internal static class AllPages
{
    public static string Root { get; } = typeof(AllPages).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "RepositoryRoot").Value!;

    private static readonly string[] s_folders = ["", "docs", "specs", .. FoldersOf("generator"), .. FoldersOf("runtime"), .. FoldersOf("tools")];

    public static IReadOnlyList<Page> All { get; } =
    [
        .. s_folders.SelectMany(static folder => Directory.GetFiles(Path.Combine(Root, folder), "*.md"))
            .Select(static file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(static path => !Path.GetFileName(path).StartsWith("AnalyzerReleases", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(static path => Page.Read(Root, path)),
    ];

    /// <summary>The blocks of one language, by page and line.</summary>
    public static IEnumerable<CodeBlock> Blocks(string language) => All.SelectMany(static page => page.Blocks).Where(block => block.Language == language);

    public static CodeBlock Block(string place) => All.SelectMany(static page => page.Blocks).Single(block => block.ToString() == place);

    private static IEnumerable<string> FoldersOf(string parent) => Directory.GetDirectories(Path.Combine(Root, parent)).Select(folder => $"{parent}/{Path.GetFileName(folder)}");
}
