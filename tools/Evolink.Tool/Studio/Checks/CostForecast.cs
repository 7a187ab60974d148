using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Evolink.Tool.Costs;
using Evolink.Tool.Output;

namespace Evolink.Tool.Studio.Checks;

/// <summary>What a request will probably cost: by the price list or, where that does not say, the most that an earlier job of the model has cost.</summary>
/// <param name="prices">The price list; null as long as it is not there.</param>
internal sealed class CostForecast(Func<PriceLookup?> prices)
{
    private readonly ConcurrentDictionary<string, decimal> _most = new(StringComparer.Ordinal);

    /// <summary>Remembers what a job has cost.</summary>
    public void Learn(GenerationJob job)
    {
        if (job is { State: JobState.Completed, Credits: { } credits }) _most.AddOrUpdate(job.CurrentModel, credits, (_, known) => Math.Max(known, credits));
    }

    /// <summary>The most credits that are expected; null where nothing is known.</summary>
    public decimal? Find(ModelInfo model, GenerationRequest request) =>
        Estimate(request) is { IsKnown: true } estimate ? estimate.To
        : _most.TryGetValue(model.Id, out decimal seen) ? seen
        : null;

    /// <summary>The same for a page.</summary>
    public JsonObject Describe(ModelInfo model, GenerationRequest? request)
    {
        CostEstimate? estimate = request is null ? null : Estimate(request);
        return estimate is { IsKnown: true } ? Text(estimate.To, CostText.Line(estimate), string.Join("; ", CostText.Reasons(estimate)))
            : _most.TryGetValue(model.Id, out decimal seen) ? Text(seen, string.Create(CultureInfo.InvariantCulture, $"about {seen:0.####} credits"), "the most that an earlier job of this model has cost")
            : Text(null, "not known before it is sent", estimate?.UnknownBecause is { } reason ? Listing.OneLine(reason) : "The first job of a model tells.");
    }

    private CostEstimate? Estimate(GenerationRequest request) => prices()?.List?.Estimate(request);

    private static JsonObject Text(decimal? credits, string text, string reason) => new() { ["credits"] = credits, ["text"] = text, ["reason"] = reason };
}
