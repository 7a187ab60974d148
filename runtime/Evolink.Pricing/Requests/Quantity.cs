namespace Evolink.Pricing.Requests;

/// <summary>How many units a request is about.</summary>
/// <param name="From">The fewest.</param>
/// <param name="To">The most.</param>
/// <param name="Source">Where it comes from, such as <c>duration</c> or <c>duration, by default</c>; empty where there is nothing to count.</param>
/// <param name="Problem">Why it is not known, as a clause; null where it is.</param>
internal sealed record Quantity(decimal From, decimal To, string Source, string? Problem = null)
{
    public static Quantity One { get; } = new(1, 1, "");

    public static Quantity Unknown(string problem) => new(0, 0, "", problem);
}
