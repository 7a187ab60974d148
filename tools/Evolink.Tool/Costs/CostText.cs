using System.Text.Json.Nodes;
using Evolink.Tool.Output;

namespace Evolink.Tool.Costs;

/// <summary>Estimates and prices in words and as JSON.</summary>
internal static class CostText
{
    /// <summary>One line, such as <c>30 to 45 credits (0.4412 to 0.6618 USD)</c>.</summary>
    public static string Line(CostEstimate estimate) => Listing.OneLine(estimate.ToString());

    /// <summary>What it is reckoned from or, where it is not known, the prices that there are.</summary>
    public static IEnumerable<string> Reasons(CostEstimate estimate) => (estimate.IsKnown ? estimate.How : estimate.Basis).Select(Listing.OneLine);

    public static JsonObject ToJson(CostEstimate estimate) => new()
    {
        ["model"] = estimate.Model,
        ["known"] = estimate.IsKnown,
        ["from_credits"] = estimate.From,
        ["to_credits"] = estimate.To,
        ["from_usd"] = estimate.FromUsd,
        ["to_usd"] = estimate.ToUsd,
        ["basis"] = Texts(estimate.Basis),
        ["how"] = Texts(estimate.How),
        ["unknown_because"] = estimate.UnknownBecause,
    };

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(static text => (JsonNode?)text)]);
}
