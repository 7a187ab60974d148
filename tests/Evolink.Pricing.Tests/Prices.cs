using System.Text.Json;

namespace Evolink.Pricing.Tests;

/// <summary>Price lists as a test writes them, and estimates of requests of JSON.</summary>
internal static class Prices
{
    /// <summary>Takes its length, a quality (720p by default, 1080p) and pictures.</summary>
    public const string Film = "happyhorse-1.0-image-to-video";

    /// <summary>Takes a number of images, and a resolution (1K by default, 2K, 4K).</summary>
    public const string Picture = "gpt-image-2";

    public static ModelPrice Entry(string model, string rule, double low, double? high = null, string? name = null) => new()
    {
        SkuName = name ?? model,
        ModelName = model,
        BillingRule = rule,
        PriceRange = new() { MinUsd = low, MaxUsd = high ?? low },
    };

    public static CostEstimate Estimate(string model, string request, params ModelPrice[] entries) =>
        PriceList.Create(new PriceListResponse { Data = entries }).Estimate(EvolinkModels.Find(model)!, JsonElement.Parse(request));

    public static void AssertRange(decimal from, decimal to, CostEstimate estimate)
    {
        Assert.True(estimate.IsKnown, estimate.ToString());
        Assert.Equal((from, to), (estimate.From, estimate.To));
    }
}
