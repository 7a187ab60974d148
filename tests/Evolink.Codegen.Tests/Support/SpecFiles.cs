namespace Evolink.Codegen.Tests.Support;

/// <summary>Every specification that the repository keeps as a file.</summary>
internal static class SpecFiles
{
    /// <summary>Small documents, each full of one thing that OpenAPI can say: see <c>Corpus/README.md</c>.</summary>
    public static IReadOnlyList<(string Path, string Text)> Corpus { get; } = EmbeddedFiles.Under("corpus/");

    /// <summary>What schemas and operations can say, one document each, and the awkward constructs of public documents.</summary>
    public static IReadOnlyList<(string Path, string Text)> Capabilities { get; } = EmbeddedFiles.Under("Capabilities/");

    /// <summary>The five, the corpus, the capabilities, and those of other tests and of the samples, broken ones included.</summary>
    public static IReadOnlyList<(string Path, string Text)> All { get; } = [.. RealSpecs.All, .. Corpus, .. Capabilities, .. EmbeddedFiles.Under("other/")];

    public static TheoryData<string> Paths => [.. All.Select(spec => spec.Path)];

    public static (string Path, string Text) At(string path) => All.Single(spec => spec.Path == path);
}
