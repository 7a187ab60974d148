using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Benchmarks.Growth;

/// <summary>How the generator's time grows with a document. Work in proportion to size shows as a ratio of 2 from one line to the next.</summary>
internal static class GrowthRun
{
    public static void Print()
    {
        Series.Print("Schemas of three properties", [250, 500, 1000, 2000, 4000], LargeSpec.Schemas);
        Series.Print("Operations", [250, 500, 1000, 2000], LargeSpec.Operations);
        Series.Print("Values of an enum", [1000, 2000, 4000, 8000], LargeSpec.Values);
        Series.Print("Properties of an object", [250, 500, 1000, 2000], LargeSpec.Properties);
        Series.Print("Cases of a discriminator", [250, 500, 1000, 2000], LargeSpec.Branches);
        Series.Print("Choices of a oneOf", [125, 250, 500, 1000], LargeSpec.Choices);
        Series.Print("Choices that each require their own", [125, 250, 500, 1000], LargeSpec.Demands);
        Series.Print("Values of one name", [1000, 2000, 4000, 8000], LargeSpec.Namesakes);
        Series.Print("Levels of objects", [15, 30, 60], LargeSpec.Levels);
    }
}
