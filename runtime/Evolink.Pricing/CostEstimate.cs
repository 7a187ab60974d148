using Evolink.Pricing.Prices;

namespace Evolink;

/// <summary>What a request will probably cost: a range, or the reason why nobody can say.</summary>
public sealed record CostEstimate
{
    /// <summary>The model's id.</summary>
    public required string Model { get; init; }

    /// <summary>The least in credits; null where it is not known.</summary>
    public decimal? From { get; init; }

    /// <summary>The most in credits, to be compared with a limit; null where it is not known.</summary>
    public decimal? To { get; init; }

    /// <summary>Whether there is a range.</summary>
    public bool IsKnown => To is not null;

    /// <summary>The least in US dollars; null where it is not known.</summary>
    public decimal? FromUsd => InUsd(From);

    /// <summary>The most in US dollars; null where it is not known.</summary>
    public decimal? ToUsd => InUsd(To);

    /// <summary>What it is reckoned from: the entries of the price list with their unit prices. Empty where the list has none.</summary>
    public IReadOnlyList<string> Basis { get; init; } = [];

    /// <summary>How it is reckoned, such as <c>6 credits a second × 5 (duration)</c>; one line for each entry that is counted. Empty where it is not known.</summary>
    public IReadOnlyList<string> How { get; init; } = [];

    /// <summary>Why it is not known, as a clause: <c>it is billed by tokens, …</c>; null where it is.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>The range in both units, or why there is none.</summary>
    public override string ToString() => To is { } most
        ? $"{PriceText.Credits(From ?? most, most)} ({PriceText.Range(FromUsd ?? ToUsd!.Value, ToUsd!.Value)} USD)"
        : $"not known: {UnknownBecause}";

    private static decimal? InUsd(decimal? credits) => credits is { } known ? decimal.Round(known / PriceList.CreditsPerUsd, 6) : null;
}
