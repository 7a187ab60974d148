namespace Evolink.Pricing.Prices;

/// <summary>What is counted.</summary>
internal enum PriceUnit
{
    Call,
    Image,
    Second,

    /// <summary>Tokens, hours: nobody knows how many before the task has run.</summary>
    Other,
}

/// <summary>An entry of the price list, in credits.</summary>
/// <param name="Name">What the entry is called.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="UnitName">The unit in words: <c>second</c>, <c>1M tokens</c>.</param>
/// <param name="Low">The least for one unit.</param>
/// <param name="High">The most for one unit: several providers may serve a model.</param>
/// <param name="Minimum">The least that a task costs.</param>
/// <param name="Factors">What the price is multiplied by at each tier; empty for nothing.</param>
/// <param name="Extra">The kind of input that it is charged for besides the result (<c>image</c>), or another extra; null for the result itself.</param>
internal sealed record UnitPrice(
    string Name, PriceUnit Unit, string UnitName, decimal Low, decimal High, decimal Minimum, IReadOnlyDictionary<string, decimal> Factors, string? Extra)
{
    /// <summary>The price of one unit, such as <c>6 to 9 credits a second</c>.</summary>
    public string PerUnit => $"{PriceText.Credits(Low, High)} {Article} {UnitName}";

    /// <summary>The least, where it is not what one call costs anyway: <c>, at least 20</c>.</summary>
    public string AtLeast => Minimum > (Unit == PriceUnit.Call ? Low : 0) ? $", at least {PriceText.Number(Minimum)}" : "";

    /// <summary>The entry and its price.</summary>
    public string Describe() => $"{Name}: {PerUnit}{AtLeast}";

    private string Article => Unit == PriceUnit.Other ? "per" : UnitName[0] is 'i' or 'h' ? "an" : "a";
}
