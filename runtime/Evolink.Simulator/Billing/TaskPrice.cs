using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;

namespace Evolink.Simulation;

/// <summary>What the tasks of an operation cost: a fixed price where the options have one, else by what the spec's example sets aside, else 1.</summary>
/// <param name="BillingRule">What is counted: <c>per_call</c>, <c>per_second</c>, <c>per_image</c>.</param>
/// <param name="Unit">The price of one.</param>
/// <param name="Counted">The member of a request that says how many; empty where nothing is counted.</param>
/// <param name="Usual">How many there are where a request does not say.</param>
internal sealed record TaskPrice(string BillingRule, decimal Unit, string Counted, decimal Usual)
{
    // What the service counts in: 1/10,000 credit.
    private const int Digits = 4;
    private const string Seconds = "duration";
    private const string Images = "n";

    public static TaskPrice Read(SpecOperation operation, JsonObject answer, decimal? fixedPrice)
    {
        if (fixedPrice is { } price) return PerCall(price);
        JsonObject? usage = answer["usage"] as JsonObject;
        decimal reserved = usage?["credits_reserved"] is JsonValue number && number.TryGetValue(out decimal credits) ? credits : 1;
        bool isPerSecond = usage?["billing_rule"] is JsonValue rule && rule.TryGetValue(out string? name) && name == "per_second";
        if (isPerSecond && Default(operation, Seconds) is { } seconds and > 0) return new TaskPrice("per_second", reserved / seconds, Seconds, seconds);
        return !isPerSecond && operation.Parameter(Images) is not null ? new TaskPrice("per_image", reserved, Images, 1) : PerCall(reserved);
    }

    /// <summary>What a request costs.</summary>
    public decimal Charge(JsonElement body)
    {
        bool isCounted = Counted.Length > 0 && body.ValueKind == JsonValueKind.Object && body.TryGetProperty(Counted, out JsonElement given)
            && given.ValueKind == JsonValueKind.Number && given.TryGetDecimal(out decimal count) && count > 0;
        return decimal.Round(Unit * (isCounted ? body.GetProperty(Counted).GetDecimal() : Usual), Digits);
    }

    private static TaskPrice PerCall(decimal price) => new("per_call", price, "", 1);

    private static decimal? Default(SpecOperation operation, string parameter) =>
        operation.Parameter(parameter)?["default"] is { Kind: SpecNodeKind.Number } value && value.ToJsonNode() is JsonValue number && number.TryGetValue(out decimal read) ? read : null;
}
