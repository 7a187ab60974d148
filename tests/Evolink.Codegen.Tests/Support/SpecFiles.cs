namespace Evolink.Codegen.Tests.Support;

/// <summary>Every specification that the repository keeps as a file.</summary>
internal static class SpecFiles
{
    /// <summary>Small documents, each full of one thing that OpenAPI can say: see <c>Corpus/README.md</c>.</summary>
    public static IReadOnlyList<(string Path, string Text)> Corpus { get; } = RealSpecs.Under("corpus/");

    /// <summary>The five, the corpus, the capabilities, and those of other tests and of the samples, broken ones included.</summary>
    public static IReadOnlyList<(string Path, string Text)> All { get; } = [.. RealSpecs.All, .. Corpus, .. RealSpecs.Under("Capabilities/"), .. RealSpecs.Under("other/")];

    public static TheoryData<string> Paths => [.. All.Select(spec => spec.Path)];

    public static (string Path, string Text) At(string path) => All.Single(spec => spec.Path == path);
}
