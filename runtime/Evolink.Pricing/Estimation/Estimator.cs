using Evolink.Pricing.Prices;
using Evolink.Pricing.Requests;

namespace Evolink.Pricing.Estimation;

/// <summary>From the entries of a model and a request to a range.</summary>
internal static class Estimator
{
    /// <summary>The service counts in 1/10,000 credit.</summary>
    private const int Digits = 4;

    public static CostEstimate Estimate(string model, IReadOnlyList<ModelPrice> entries, RequestFacts request)
    {
        (string Name, UnitPrice? Price)[] read = [.. entries.Select(static entry => (entry.SkuName ?? "", UnitPriceReader.Read(entry)))];
        UnitPrice[] prices = [.. read.Select(static one => one.Price).OfType<UnitPrice>()];
        CostEstimate unknown = new() { Model = model, Basis = [.. prices.Select(static price => price.Describe())] };
        if (prices.Length == 0) return unknown with { UnknownBecause = entries.Count == 0 ? "the price list does not have the model" : "its entries in the price list have no price" };

        if (request.Tiers.FirstOrDefault(asked => read.Any(one => one.Price is null && one.Name.Contains(asked, StringComparison.OrdinalIgnoreCase))) is { } tier) return unknown with { UnknownBecause = $"its entry for '{tier}' in the price list has no price" };

        UnitPrice[] results = [.. prices.Where(static price => price.Extra is null)];
        if (FindProblem(results, request) is { } problem) return unknown with { UnknownBecause = problem };
        Sum sum = new();
        IReadOnlyList<UnitPrice> chosen = TierChoice.Choose(results, request);
        if (chosen.Select(price => Count(price, request).Problem).FirstOrDefault(static one => one is not null) is { } uncounted) return unknown with { UnknownBecause = uncounted };
        sum.AddOneOf([.. chosen.Select(price => Charge(price, request))]);

        UnitPrice[] extras = [.. prices.Except(results)];
        if (extras.FirstOrDefault(extra => request.SwitchesOn(extra.Extra!)) is { } option) return unknown with { UnknownBecause = $"it switches on what is billed besides, and how often is only known when it has run ({option.Describe()})" };
        foreach (UnitPrice extra in extras.Where(extra => request.CountMedia(extra.Extra!) > 0))
        {
            if (extra.Unit is not (PriceUnit.Image or PriceUnit.Call) || extra.Extra != "image") return unknown with { UnknownBecause = $"its input is billed besides, and how much of it is not known ({extra.Describe()})" };
            int count = request.CountMedia(extra.Extra);
            sum.AddOneOf([new Charged(extra.Low * count, extra.High * count, $"{extra.PerUnit} × {count} ({extra.Name})")]);
        }

        return new CostEstimate
        {
            Model = model,
            From = decimal.Round(sum.From, Digits),
            To = decimal.Round(sum.To, Digits),
            Basis = [.. chosen.Concat(extras).Select(static price => price.Describe())],
            How = sum.How,
        };
    }

    /// <summary>Why nothing can be said, whatever the request is in detail.</summary>
    private static string? FindProblem(UnitPrice[] results, RequestFacts request)
    {
        if (results.Length == 0) return "the price list has prices for its inputs alone";
        if (results.FirstOrDefault(static price => price.Unit == PriceUnit.Other) is { } other) return $"it is billed per {other.UnitName}, and how many there will be is only known when it has run";
        bool hasLength = results.Any(static price => price.Unit == PriceUnit.Second) && (request.CountMedia("video") > 0 || request.ContinuesTask);
        return hasLength ? "it is billed by the second and takes a video, whose own length and price may count, too" : null;
    }

    private static Quantity Count(UnitPrice price, RequestFacts request) => price.Unit switch
    {
        PriceUnit.Image => request.Images,
        PriceUnit.Second => request.Seconds,
        _ => Quantity.One,
    };

    private static Charged Charge(UnitPrice price, RequestFacts request)
    {
        Quantity count = Count(price, request);
        (decimal least, decimal most, string tier) = TierChoice.Factor(price, request);
        string how = price.PerUnit;
        if (count.Source.Length > 0) how += $" × {PriceText.Range(count.From, count.To)} ({count.Source})";
        if (tier.Length > 0) how += $" × {PriceText.Range(least, most)} ({tier})";
        return new Charged(Math.Max(price.Low * count.From * least, price.Minimum), Math.Max(price.High * count.To * most, price.Minimum), how + price.AtLeast);
    }

    private sealed record Charged(decimal From, decimal To, string How);

    private sealed class Sum
    {
        public decimal From { get; private set; }

        public decimal To { get; private set; }

        public List<string> How { get; } = [];

        /// <summary>Adds a charge that is one of several.</summary>
        public void AddOneOf(IReadOnlyList<Charged> charges)
        {
            From += charges.Min(static charge => charge.From);
            To += charges.Max(static charge => charge.To);
            How.AddRange(charges.Select(static charge => charge.How));
        }
    }
}
