using System.Text.Json;
using Evolink.Pricing.Estimation;
using Evolink.Pricing.Prices;
using Evolink.Pricing.Requests;

namespace Evolink;

/// <summary>The price list of the models, and what requests will probably cost by it. Thread-safe.</summary>
/// <remarks>
/// An estimate is no quote: what counts is what the service sets aside when it takes the request (<see cref="GenerationTask.CreditsReserved"/>). The list gives
/// prices of the default price group; those of an account may differ.
/// </remarks>
public sealed class PriceList
{
    /// <summary>How many credits are 1 US dollar.</summary>
    public const decimal CreditsPerUsd = 68;

    private readonly ILookup<string, ModelPrice> _prices;

    private PriceList(IEnumerable<ModelPrice> prices) => _prices = prices.Where(static price => price.ModelName is not null).ToLookup(static price => price.ModelName!, StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the list as the service gives it: <c>PriceList.Create(await evolink.Models.ListPricesAsync())</c>.</summary>
    /// <param name="response">The service's response; one without entries is a list that knows no price.</param>
    public static PriceList Create(PriceListResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return new PriceList(response.Data ?? []);
    }

    /// <summary>The entries of a model: one, or several where tiers or inputs are priced apart. Empty where the list does not have the model.</summary>
    /// <param name="model">The model's id.</param>
    public IReadOnlyList<ModelPrice> Find(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. _prices[model]];
    }

    /// <summary>The entries of a model in words, in credits, such as <c>Film 1080p: 6 to 9 credits a second, at least 20</c>; without those that have no price.</summary>
    /// <param name="model">The model's id.</param>
    public IReadOnlyList<string> Describe(string model) => [.. Find(model).Select(UnitPriceReader.Read).OfType<UnitPrice>().Select(static price => price.Describe())];

    /// <summary>Estimates a request. Nothing is sent.</summary>
    /// <param name="request">The request; it need not be valid.</param>
    /// <returns>The range, or the reason why it is not known.</returns>
    public CostEstimate Estimate(GenerationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        JsonElement json = RequestReader.Read(request);
        string model = RequestReader.ModelOf(json) ?? "";
        return Estimate(model, EvolinkModels.Find(model), json);
    }

    /// <summary>Estimates a request of JSON: of a form, of a file, of what an agent writes. Nothing is sent.</summary>
    /// <param name="model">The model.</param>
    /// <param name="request">The request's members; <c>model</c> may be left out. It need not be valid, and files may be named by their paths.</param>
    /// <returns>The range, or the reason why it is not known.</returns>
    public CostEstimate Estimate(ModelInfo model, JsonElement request)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Estimate(model.Id, model, request);
    }

    /// <summary>The upper end of the estimate in credits, null where it is not known: <c>jobs.EstimateCredits = prices.EstimateCredits</c>.</summary>
    /// <param name="request">The request.</param>
    public decimal? EstimateCredits(GenerationRequest request) => Estimate(request).To;

    private CostEstimate Estimate(string id, ModelInfo? model, JsonElement request) => Estimator.Estimate(id, Find(id), new RequestFacts(model, request));
}
