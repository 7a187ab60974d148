using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Robustness;

/// <summary>
/// Work and output grow as the document does. Nothing here looks at a clock: bytes allocated stand for work, since every
/// step but the emission of text makes objects of what it looks at.
/// </summary>
public sealed class LargeSpecTests
{
    public static TheoryData<string, int> Kinds => new()
    {
        { nameof(LargeSpec.Schemas), 500 },
        { nameof(LargeSpec.Operations), 250 },
        { nameof(LargeSpec.Values), 2000 },
        { nameof(LargeSpec.Properties), 500 },
        { nameof(LargeSpec.Branches), 250 },
        { nameof(LargeSpec.Levels), 28 },
        { nameof(LargeSpec.Choices), 100 },
        { nameof(LargeSpec.Demands), 60 },
        { nameof(LargeSpec.Namesakes), 500 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TwiceTheDocument_IsTwiceTheWork_AndTwiceTheOutput(string kind, int size)
    {
        // What is made once for all documents is made before.
        Measure(Document(kind, size / 4));
        (long work, long text) = Measure(Document(kind, size));
        (long twiceTheWork, long twiceTheText) = Measure(Document(kind, size * 2));

        Assert.InRange((double)twiceTheText / text, 1.8, 2.2);
        Assert.InRange((double)twiceTheWork / work, 1.5, 2.5);
    }

    [Fact]
    public void ASchemaOfThreeProperties_TakesAFewLines()
    {
        const int Count = 100;
        Generation generation = GeneratorHarness.Run(("large.yaml", LargeSpec.Schemas(Count))).AssertNoDiagnostics();

        int lines = generation.Files.Where(file => file.Key.StartsWith("LargeS", StringComparison.Ordinal)).Sum(file => file.Value.Count(character => character == '\n'));
        Assert.InRange(lines / Count, 1, 95);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ALargeDocument_Compiles(string kind, int size) =>
        GeneratorHarness.Run(("large.yaml", Document(kind, size))).AssertNoDiagnostics().AssertCompiles();

    private static string Document(string kind, int size) => kind switch
    {
        nameof(LargeSpec.Schemas) => LargeSpec.Schemas(size),
        nameof(LargeSpec.Operations) => LargeSpec.Operations(size),
        nameof(LargeSpec.Values) => LargeSpec.Values(size),
        nameof(LargeSpec.Properties) => LargeSpec.Properties(size),
        nameof(LargeSpec.Branches) => LargeSpec.Branches(size),
        nameof(LargeSpec.Levels) => LargeSpec.Levels(size),
        nameof(LargeSpec.Choices) => LargeSpec.Choices(size),
        nameof(LargeSpec.Demands) => LargeSpec.Demands(size),
        _ => LargeSpec.Namesakes(size),
    };

    private static (long Allocated, long Text) Measure(string document)
    {
        GeneratorDriver driver = GeneratorHarness.Driver([new SpecText("large.yaml", document)]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        GeneratorDriverRunResult result = driver.RunGenerators(GeneratorHarness.Project(), TestContext.Current.CancellationToken).GetRunResult();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return (allocated, result.Results.Single().GeneratedSources.Sum(source => (long)source.SourceText.Length));
    }
}
