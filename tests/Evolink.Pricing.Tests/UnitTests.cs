using static Evolink.Pricing.Tests.Prices;

namespace Evolink.Pricing.Tests;

/// <summary>What is counted, and how often.</summary>
public sealed class UnitTests
{
    [Fact]
    public void PerCall_IsTheEntrysPrice() => AssertRange(68, 136, Estimate(Picture, """{ "n": 4 }""", Entry(Picture, "per_call", 1, 2)));

    [Theory]
    [InlineData("""{ "n": 3 }""", 204)]
    [InlineData("{}", 68)]
    public void PerImage_IsTimesTheNumberOfImages(string request, int credits) => AssertRange(credits, credits, Estimate(Picture, request, Entry(Picture, "per_image", 1)));

    [Theory]
    [InlineData("""{ "duration": 10 }""", 34, 68)]
    [InlineData("{}", 17, 34)]
    public void PerSecond_IsTimesTheDuration_OrItsDefault(string request, int from, int to) => AssertRange(from, to, Estimate(Film, request, Entry(Film, "per_second", 0.05, 0.1)));

    [Fact]
    public void ADurationThatIsLeftOut_AndHasNoDefault_IsAnyThatTheModelTakes()
    {
        const string model = "wan2.5-text-to-video";
        AssertRange(34, 68, Estimate(model, "{}", Entry(model, "per_second", 0.1)));
    }

    [Fact]
    public void ADurationThatTheModelChooses_IsNotKnown()
    {
        const string model = "seedance-2.5-text-to-video";
        AssertUnknown("the model chooses", Estimate(model, """{ "duration": -1 }""", Entry(model, "per_second", 0.1)));
    }

    [Fact]
    public void AFilmAmongTheInputs_IsNotKnown_SinceItsLengthIsNot()
    {
        const string model = "wan2.7-reference-video";
        const string picture = """{ "duration": 5, "image_urls": ["https://example.com/a.png"] }""", film = """{ "duration": 5, "video_urls": ["https://example.com/a.mp4"] }""";
        AssertRange(34, 34, Estimate(model, picture, Entry(model, "per_second", 0.1)));
        AssertUnknown("takes a video", Estimate(model, film, Entry(model, "per_second", 0.1)));
    }

    [Theory]
    [InlineData("per_token")]
    [InlineData("per_1k_tokens")]
    [InlineData("per_hour")]
    [InlineData("per_moon")]
    public void WhatIsOnlyKnownWhenItHasRun_IsNotKnown(string rule)
    {
        CostEstimate estimate = Estimate(Picture, "{}", Entry(Picture, rule, 1));
        AssertUnknown("only known when it has run", estimate);
        Assert.Contains(rule[4..].Replace('_', ' '), Assert.Single(estimate.Basis), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "model_params": { "web_search": true } }""")]
    [InlineData("""{ "tools": [{ "type": "web_search" }] }""")]
    public void AnOptionThatIsBilledBesides_IsNotKnown_WhereItIsSwitchedOn(string request)
    {
        ModelPrice[] entries = [Entry(Picture, "per_call", 1), Entry(Picture, "per_call", 0.5, name: "gpt-image-2 Web Search")];
        AssertUnknown("billed besides", Estimate(Picture, request, entries));
        AssertRange(68, 68, Estimate(Picture, """{ "model_params": { "web_search": false }, "prompt": "web search" }""", entries));
    }

    [Fact]
    public void ATierWhoseEntryHasNoPrice_IsNotKnown()
    {
        ModelPrice[] entries = [Entry(Picture, "per_call", 1, name: "gpt-image-2 1K"), Entry(Picture, "per_call", 1, name: "gpt-image-2 4K") with { PriceRange = null }];
        AssertUnknown("'4K'", Estimate(Picture, """{ "resolution": "4K" }""", entries));
        AssertRange(68, 68, Estimate(Picture, """{ "resolution": "1K" }""", entries));
    }

    [Fact]
    public void AModelThatIsNotListed_OrHasNoPrice_IsNotKnown()
    {
        AssertUnknown("does not have the model", Estimate(Film, "{}", Entry(Picture, "per_call", 1)));
        AssertUnknown("have no price", Estimate(Film, "{}", Entry(Film, "per_call", 1) with { PriceRange = null }));
    }

    [Fact]
    public void WithoutARange_TheYuanPriceCounts() => AssertRange(2, 2, Estimate(Film, "{}", Entry(Film, "per_call", 1) with { PriceRange = null, CnyPrice = 0.2 }));

    [Fact]
    public void ATaskCostsAtLeastItsMinimum()
    {
        ModelPrice price = Entry(Film, "per_second", 0.01, 0.1) with { MinChargeUc = 100_000 };
        AssertRange(10, 34, Estimate(Film, "{}", price));
        Assert.Contains("at least 10", Assert.Single(Estimate(Film, "{}", price).How), StringComparison.Ordinal);
    }

    [Fact]
    public void ANoteWithAPrice_GoesBeforeTheFields()
    {
        ModelPrice price = Entry(Film, "per_call", 7) with { RoutingNote = "$0.05–$0.10 per second. Several providers serve it." };
        AssertRange(17, 34, Estimate(Film, "{}", price));
        AssertRange(476, 476, Estimate(Film, "{}", price with { RoutingNote = "Served from two regions." }));
    }

    [Fact]
    public void ARequestOfATypedClient_IsEstimatedAlike()
    {
        PriceList list = PriceList.Create(new PriceListResponse { Data = [Entry(Film, "per_second", 0.1)] });
        Happyhorse1_0ImageToVideoRequest request = new() { ImageUrls = [new("https://example.com/a.png")], Duration = 4 };
        AssertRange(27.2m, 27.2m, list.Estimate(request));
        Assert.Equal(27.2m, list.EstimateCredits(request));
        Assert.Null(PriceList.Create(new PriceListResponse()).EstimateCredits(request));
    }

    [Fact]
    public void AnEstimate_SaysItsRangeAndHow()
    {
        CostEstimate estimate = Estimate(Film, """{ "duration": 4 }""", Entry(Film, "per_second", 0.05, 0.1));
        Assert.Equal("13.6 to 27.2 credits (0.2 to 0.4 USD)", estimate.ToString());
        Assert.Equal("3.4 to 6.8 credits a second × 4 (duration)", Assert.Single(estimate.How));
    }

    [Fact]
    public void OneCredit_IsSaidInTheSingular_WhereBothEndsAreOne()
    {
        const double one = 1 / 68d, two = 2 / 68d;
        CostEstimate single = Estimate(Film, """{ "duration": 1 }""", Entry(Film, "per_second", one)), range = Estimate(Film, """{ "duration": 1 }""", Entry(Film, "per_second", one, two));
        Assert.Equal("1 credit (0.0147 USD)", single.ToString());
        Assert.Equal("1 credit a second × 1 (duration)", Assert.Single(single.How));
        Assert.Equal("1 to 2 credits (0.0147 to 0.0294 USD)", range.ToString());
        Assert.Equal("1 to 2 credits a second × 1 (duration)", Assert.Single(range.How));
    }

    [Fact]
    public void TheEntriesOfAModel_AreSaidInCredits()
    {
        ModelPrice[] entries = [Entry(Film, "per_second", 0.05, 0.1, "Film 1080p") with { MinChargeUc = 200_000 }, Entry(Film, "per_image", 1, name: "Input image"), Entry(Film, "per_1k_tokens", 1), Entry(Picture, "per_call", 1)];
        Assert.Equal(
            ["Film 1080p: 3.4 to 6.8 credits a second, at least 20", "Input image: 68 credits an image", $"{Film}: 68 credits per 1k tokens"],
            PriceList.Create(new PriceListResponse { Data = entries }).Describe(Film));
    }

    private static void AssertUnknown(string reason, CostEstimate estimate)
    {
        Assert.False(estimate.IsKnown, estimate.ToString());
        Assert.Null(estimate.From);
        Assert.Contains(reason, estimate.UnknownBecause, StringComparison.Ordinal);
    }
}
