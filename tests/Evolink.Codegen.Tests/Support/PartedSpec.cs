using System.Text.RegularExpressions;

namespace Evolink.Codegen.Tests.Support;

/// <summary>The files of one project whose documents stand in parts, and those among them that are no documents of their own.</summary>
internal sealed partial record PartedSpec(string Name, IReadOnlyList<(string Path, string Text)> Files, IReadOnlyList<string> Shared)
{
    private const string Folder = "parts/";

    /// <summary>Every folder of <c>Capabilities/SharedFiles/parts</c>.</summary>
    public static IReadOnlyList<PartedSpec> All { get; } =
    [
        .. EmbeddedFiles.Under(Folder).Select(file => (Path: file.Path[Folder.Length..], file.Text)).GroupBy(file => file.Path.Split('/')[0])
            .Select(files => new PartedSpec(
                files.Key,
                [.. files.Select(file => (Inside(file.Path), file.Text))],
                [.. files.Where(file => !file.Text.StartsWith("openapi:", StringComparison.Ordinal)).Select(file => Inside(file.Path))])),
    ];

    /// <summary>What its files refer to in others, as it is written.</summary>
    public IEnumerable<string> References => Files.SelectMany(file => Reference().Matches(file.Text)).Select(found => found.Groups[1].Value).Distinct(StringComparer.Ordinal);

    public static PartedSpec Find(string name) => All.Single(spec => spec.Name == name);

    public Generation Generate() => GeneratorHarness.Run(new ProjectOptions(shared: Shared), Files);

    [GeneratedRegex("""\$ref: '?([^'}# ]+(?:#[^'} ]*)?)""")]
    private static partial Regex Reference();

    private static string Inside(string path) => "specs" + path[path.IndexOf('/', StringComparison.Ordinal)..];
}
