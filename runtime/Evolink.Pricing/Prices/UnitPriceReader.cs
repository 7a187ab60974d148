using System.Text.Json;
using System.Text.RegularExpressions;

namespace Evolink.Pricing.Prices;

/// <summary>Reads an entry of the price list.</summary>
internal static partial class UnitPriceReader
{
    private const decimal CnyPerUsd = 6.8m;
    private const decimal ChargesPerCredit = 10_000;

    /// <summary>The entry's price; null where it has none.</summary>
    public static UnitPrice? Read(ModelPrice entry)
    {
        RoutingNote? note = RoutingNote.Read(entry.RoutingNote);
        if ((note is null ? Amounts(entry) : (note.Low, note.High)) is not { } usd || usd.Low < 0 || usd.High < usd.Low) return null;
        JsonElement metadata = Metadata(entry.Metadata);
        string name = entry.SkuName ?? entry.SkuId ?? entry.ModelName!;
        string unit = note?.Unit ?? UnitOf(entry.BillingRule?.ToString());
        return new UnitPrice(
            name, KindOf(unit), unit, InCredits(usd.Low), InCredits(usd.High),
            Decimal(entry.MinChargeUc) is { } charge and > 0 ? charge / ChargesPerCredit : 0,
            Factors(entry, metadata), ExtraOf(name, metadata));
    }

    private static (decimal Low, decimal High)? Amounts(ModelPrice entry)
    {
        if (Decimal(entry.PriceRange?.MinUsd) is { } low && Decimal(entry.PriceRange?.MaxUsd) is { } high) return (low, high);
        return Decimal(entry.CnyPrice) is { } cny ? (cny / CnyPerUsd, cny / CnyPerUsd) : null;
    }

    private static string UnitOf(string? rule) => rule switch
    {
        "per_image" => "image",
        "per_second" => "second",
        "per_call" => "call",
        null or "" => "unit that is not named",
        _ when rule.StartsWith("per_", StringComparison.Ordinal) => rule[4..].Replace('_', ' '),
        _ => rule,
    };

    private static PriceUnit KindOf(string unit) => unit switch
    {
        "image" or "images" => PriceUnit.Image,
        "second" or "seconds" => PriceUnit.Second,
        "call" or "request" or "song" or "video" => PriceUnit.Call,
        _ => PriceUnit.Other,
    };

    /// <summary>Inputs are charged besides the result. "Reference to video" is a result, "reference video" is an input.</summary>
    private static string? ExtraOf(string name, JsonElement metadata)
    {
        if (Member(metadata, "role") is { ValueKind: JsonValueKind.String } role && role.GetString()!.StartsWith("input_", StringComparison.Ordinal)) return role.GetString()!["input_".Length..];
        if (InputName().Match(name) is { Success: true } input) return input.Groups["kind"].Value.ToLowerInvariant();
        return OptionName().Match(name) is { Success: true } option ? option.Value.ToLowerInvariant() : null;
    }

    private static IReadOnlyDictionary<string, decimal> Factors(ModelPrice entry, JsonElement metadata)
    {
        Dictionary<string, decimal> factors = new(StringComparer.OrdinalIgnoreCase);
        if (entry.ResolutionMultipliers is { Count: > 0 } own)
        {
            foreach ((string tier, double factor) in own) Add(tier, Decimal(factor));
        }
        else if (Member(metadata, "resolution_multipliers") is { ValueKind: JsonValueKind.Object } other)
        {
            foreach (JsonProperty one in other.EnumerateObject()) Add(one.Name, one.Value.ValueKind == JsonValueKind.Number && one.Value.TryGetDecimal(out decimal factor) ? factor : null);
        }

        return factors;

        void Add(string tier, decimal? factor)
        {
            if (factor is > 0) factors[tier] = factor.Value;
        }
    }

    private static JsonElement Metadata(string? text)
    {
        try
        {
            return text is { Length: > 0 } ? JsonElement.Parse(text) : default;
        }
        catch (JsonException)
        {
            // The list says what it likes here; a price stands without it.
            return default;
        }
    }

    private static JsonElement? Member(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement member) ? member : null;

    private static decimal InCredits(decimal usd) => usd * PriceList.CreditsPerUsd;

    private static decimal? Decimal(double? value) => value is { } number && double.IsFinite(number) && Math.Abs(number) < 1e15 ? (decimal)number : null;

    [GeneratedRegex(@"\b(input|reference)\s+(?<kind>image|video|audio|text)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InputName();

    [GeneratedRegex(@"\b(web search|asset upload|cached?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OptionName();
}
