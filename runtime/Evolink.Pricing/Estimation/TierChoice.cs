using Evolink.Pricing.Prices;
using Evolink.Pricing.Requests;

namespace Evolink.Pricing.Estimation;

/// <summary>Which of a model's entries a request is billed by: those whose names have the tiers that it asks for.</summary>
internal static class TierChoice
{
    /// <returns>One entry, or all that it may be.</returns>
    public static IReadOnlyList<UnitPrice> Choose(IReadOnlyList<UnitPrice> prices, RequestFacts request)
    {
        if (prices.Count == 1 || request.Tiers.Count == 0) return prices;
        string[][] words = [.. prices.Select(price => Words(price, request))];
        int[] hits = [.. words.Select(own => own.Count(word => request.Tiers.Contains(word, StringComparer.OrdinalIgnoreCase)))];
        int most = hits.Max();
        if (most > 0) return [.. prices.Where((_, index) => hits[index] == most)];

        // An entry that names no tier is for those that have none of their own.
        UnitPrice[] others = [.. prices.Where((_, index) => words[index].Length == 0)];
        return others.Length > 0 ? others : prices;
    }

    /// <summary>What an entry's price is multiplied by for a request: one factor, or all that it may be.</summary>
    public static (decimal From, decimal To, string Tier) Factor(UnitPrice price, RequestFacts request)
    {
        if (price.Factors.Count == 0) return (1, 1, "");
        if (request.Tiers.FirstOrDefault(price.Factors.ContainsKey) is { } tier) return (price.Factors[tier], price.Factors[tier], tier);
        decimal[] all = [1, .. price.Factors.Values];
        return (all.Min(), all.Max(), "the resolution, which is not known");
    }

    /// <summary>The words of an entry's name that are tiers.</summary>
    private static string[] Words(UnitPrice price, RequestFacts request) =>
        [.. Split(price.Name).Where(word => IsResolution(word) || request.KnownTiers.Contains(word))];

    private static IEnumerable<string> Split(string name)
    {
        int start = 0;
        for (int end = 0; end <= name.Length; end++)
        {
            if (end < name.Length && (char.IsLetterOrDigit(name[end]) || name[end] == '.')) continue;
            if (end > start) yield return name[start..end];
            start = end + 1;
        }
    }

    /// <summary>Such as <c>1080p</c> and <c>1.5K</c>.</summary>
    private static bool IsResolution(string word) =>
        word.Length > 1 && word[^1] is 'p' or 'P' or 'k' or 'K' && word[..^1].All(static c => char.IsAsciiDigit(c) || c == '.');
}
