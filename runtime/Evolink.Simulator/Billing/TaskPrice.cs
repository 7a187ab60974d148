using System.Text.Json.Nodes;

namespace Evolink.Simulation;

/// <summary>What a task costs: a fixed price where the options have one, else what the spec's example sets aside, else 1.</summary>
internal static class TaskPrice
{
    public static decimal Read(JsonObject? answer, decimal? fixedPrice) => fixedPrice
        ?? ((answer?["usage"] as JsonObject)?["credits_reserved"] is JsonValue reserved && reserved.TryGetValue(out decimal price) ? price : 1);
}
