using System.Text.Json;

namespace Evolink.Tool.Costs;

/// <summary>The price list, or why there is none. What only shows prices goes on without one.</summary>
/// <param name="List">The list; null where it could not be had.</param>
/// <param name="Problem">Why not, as a sentence; null where it could.</param>
internal sealed record PriceLookup(PriceList? List, string? Problem = null)
{
    /// <summary>What a request will probably cost.</summary>
    public CostEstimate Estimate(ModelInfo model, JsonElement request) =>
        List?.Estimate(model, request) ?? new CostEstimate { Model = model.Id, UnknownBecause = $"the price list could not be read ({Problem!.TrimEnd('.')})" };
}
