using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Compiling;

/// <summary>Every specification of the repository's tests and samples: what can be read of it compiles.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Paths => SpecFiles.Paths;

    [Theory]
    [MemberData(nameof(Paths))]
    public void ASpecAlone_Compiles(string path) => GeneratorHarness.Run(SpecFiles.At(path)).AssertCompiles();

    [Fact]
    public void AllSpecsTogether_Compile() => GeneratorHarness.Run(SpecFiles.All).AssertCompiles();

    [Fact]
    public void TheCorpus_IsThere()
    {
        Assert.True(SpecFiles.Corpus.Count >= 14, $"{SpecFiles.Corpus.Count} specifications");
        Assert.True(SpecFiles.All.Count >= SpecFiles.Corpus.Count + RealSpecs.All.Count + 10, $"{SpecFiles.All.Count} specifications");
    }
}
