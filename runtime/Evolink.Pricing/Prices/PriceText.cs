using System.Globalization;

namespace Evolink.Pricing.Prices;

/// <summary>Amounts in words.</summary>
internal static class PriceText
{
    public static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A number, or two: <c>6 to 9</c>.</summary>
    public static string Range(decimal from, decimal to)
    {
        (string least, string most) = (Number(from), Number(to));
        return least == most ? most : $"{least} to {most}";
    }

    /// <summary>The same of credits: <c>6 to 9 credits</c>, and <c>1 credit</c> where that is all.</summary>
    public static string Credits(decimal from, decimal to) => Range(from, to) is var range && range == "1" ? "1 credit" : $"{range} credits";
}
