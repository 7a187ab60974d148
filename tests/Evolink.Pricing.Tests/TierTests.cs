using static Evolink.Pricing.Tests.Prices;

namespace Evolink.Pricing.Tests;

/// <summary>Which entries and factors a request is billed by.</summary>
public sealed class TierTests
{
    private static readonly ModelPrice[] s_tiers = [Entry(Film, "per_call", 1, name: "Film 720p"), Entry(Film, "per_call", 2, name: "Film 1080P")];

    [Theory]
    [InlineData("""{ "quality": "1080p" }""", 136)]
    [InlineData("""{ "quality": "720p" }""", 68)]
    public void TheEntryOfTheTierCounts(string request, int credits) => AssertRange(credits, credits, Estimate(Film, request, s_tiers));

    [Fact]
    public void ATierThatIsLeftOut_IsTheDefault() => AssertRange(Default() == "720p" ? 68 : 136, Default() == "720p" ? 68 : 136, Estimate(Film, "{}", s_tiers));

    [Fact]
    public void AnEntryWithoutATier_IsForTheOthers()
    {
        ModelPrice[] entries = [Entry(Film, "per_call", 1, name: "Film"), Entry(Film, "per_call", 4, name: "Film 4K")];
        AssertRange(68, 68, Estimate(Film, """{ "quality": "1080p" }""", entries));
    }

    [Fact]
    public void WhereNoEntryFits_ItIsAnyOfThem()
    {
        ModelPrice[] entries = [Entry(Film, "per_call", 1, name: "Film 480p"), Entry(Film, "per_call", 4, name: "Film 4K")];
        CostEstimate estimate = Estimate(Film, """{ "quality": "1080p" }""", entries);
        AssertRange(68, 272, estimate);
        Assert.Equal(2, estimate.How.Count);
    }

    [Theory]
    [InlineData("""{ "quality": "1080p" }""", 102, 102)]
    [InlineData("""{ "quality": "720p" }""", 68, 68)]
    [InlineData("""{ "quality": "8k" }""", 68, 102)]
    public void AFactorMultipliesThePrice(string request, int from, int to)
    {
        ModelPrice price = Entry(Film, "per_call", 1) with { ResolutionMultipliers = new Dictionary<string, double> { ["720P"] = 1, ["1080P"] = 1.5 } };
        AssertRange(from, to, Estimate(Film, request, price));
    }

    [Fact]
    public void FactorsMayBeInTheMetadata() =>
        AssertRange(102, 102, Estimate(Film, """{ "quality": "1080p" }""", Entry(Film, "per_call", 1) with { Metadata = """{ "resolution_multipliers": { "1080p": 1.5, "odd": "x" } }""" }));

    [Fact]
    public void MetadataThatIsNoJson_IsPassedOver() => AssertRange(68, 68, Estimate(Film, "{}", Entry(Film, "per_call", 1) with { Metadata = "{" }));

    [Fact]
    public void AnInputThatIsPricedApart_IsAddedForEachThatIsSent()
    {
        ModelPrice[] entries = [Entry(Film, "per_second", 0.1), Entry(Film, "per_image", 0.5, name: "Film input image")];
        AssertRange(34 + 68, 34 + 68, Estimate(Film, """{ "image_urls": ["https://example.com/a.png", "b.png"] }""", entries));
        AssertRange(34, 34, Estimate(Film, "{}", entries));
    }

    [Fact]
    public void AResultThatIsMadeOfReferences_IsNoInput() => AssertRange(68, 68, Estimate(Film, "{}", Entry(Film, "per_call", 1, name: "Reference to video")));

    private static string? Default() => EvolinkModels.Find(Film)!.Parameters.Single(static one => one.Name == "quality").Default?.GetString();
}
