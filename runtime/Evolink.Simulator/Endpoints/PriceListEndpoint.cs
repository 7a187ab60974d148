using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>GET /web/api/models/pricing: the models of the specs at what the simulator charges, which is made up. Public.</summary>
internal sealed class PriceListEndpoint(IReadOnlyList<SpecOperation> operations, SimulatorOptions options) : IEndpoint
{
    private const decimal CreditsPerUsd = 68;
    private const decimal CnyPerUsd = 6.8m;
    private const decimal MinimumUnitsPerCredit = 10_000;

    // Enough for a price to be known again to 1/10,000 credit.
    private const int Digits = 10;

    public Task<IResult> AnswerAsync(HttpRequest request) => Task.FromResult<IResult>(new JsonResponse(200, new JsonObject
    {
        ["success"] = true,
        ["data"] = new JsonArray([.. operations.SelectMany(static operation => operation.Models, Describe).OrderBy(static price => (string?)price["model_name"], StringComparer.Ordinal)]),
    }));

    private JsonNode Describe(SpecOperation operation, string model)
    {
        JsonObject answer = operation.Sample() as JsonObject ?? [];
        TaskPrice price = TaskPrice.Read(operation, answer, options.CreditsPerTask);
        decimal usd = decimal.Round(price.Unit / CreditsPerUsd, Digits);
        return new JsonObject
        {
            ["sku_id"] = model + "-simulated",
            ["sku_name"] = model,
            ["model_name"] = model,
            ["model_type"] = TaskFactory.KindOf(answer, operation),
            ["description"] = "Made up by the simulator, which charges by it.",
            ["billing_rule"] = price.BillingRule,
            ["cny_price"] = decimal.Round(price.Unit / CreditsPerUsd * CnyPerUsd, Digits),
            ["min_charge_uc"] = price.Counted.Length == 0 ? price.Unit * MinimumUnitsPerCredit : null,
            ["price_range"] = new JsonObject { ["min_usd"] = usd, ["max_usd"] = usd },
        };
    }
}
