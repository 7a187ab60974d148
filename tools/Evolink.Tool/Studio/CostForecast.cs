using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Evolink.Tool.Studio;

/// <summary>What a request will probably cost: its price where there is one, else the most that an earlier job of the model has cost.</summary>
/// <param name="priceOf">The price; null, or an answer of null, where it is not known.</param>
internal sealed class CostForecast(Func<GenerationRequest, decimal?>? priceOf)
{
    private readonly ConcurrentDictionary<string, decimal> _most = new(StringComparer.Ordinal);

    /// <summary>Remembers what a job has cost.</summary>
    public void Learn(GenerationJob job)
    {
        if (job is { State: JobState.Completed, Credits: { } credits }) _most.AddOrUpdate(job.CurrentModel, credits, (_, known) => Math.Max(known, credits));
    }

    /// <summary>The credits; null where nothing is known.</summary>
    public decimal? Find(ModelInfo model, GenerationRequest? request) =>
        request is not null && priceOf?.Invoke(request) is { } price ? price
        : _most.TryGetValue(model.Id, out decimal seen) ? seen
        : null;

    /// <summary>The same for a page.</summary>
    public JsonObject Describe(ModelInfo model, GenerationRequest? request)
    {
        bool isPriced = request is not null && priceOf?.Invoke(request) is not null;
        return Find(model, request) is { } credits
            ? new JsonObject { ["credits"] = credits, ["text"] = string.Create(CultureInfo.InvariantCulture, $"{(isPriced ? "up to " : "about ")}{credits:0.####} credits"), ["reason"] = isPriced ? "by the price list" : "the most that an earlier job of this model has cost" }
            : new JsonObject { ["credits"] = null, ["text"] = "not known before it is sent", ["reason"] = "The first job of a model tells." };
    }
}
