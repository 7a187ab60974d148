using System.Globalization;
using System.Text.RegularExpressions;

namespace Evolink.Pricing.Prices;

/// <summary>What an entry's note says of its price, such as <c>$0.05–$0.08 per second. …</c>. Where there is one it goes before the entry's fields, whose unit it corrects.</summary>
/// <param name="Low">The least for one unit, in US dollars.</param>
/// <param name="High">The most.</param>
/// <param name="Unit">The unit.</param>
internal sealed partial record RoutingNote(decimal Low, decimal High, string Unit)
{
    /// <summary>Null for a note that names no price.</summary>
    public static RoutingNote? Read(string? text)
    {
        if (text is null || Price().Match(text) is not { Success: true } found) return null;
        if (Amount(found.Groups["low"]) is not { } low) return null;
        return (found.Groups["high"].Success ? Amount(found.Groups["high"]) : low) is { } high ? new RoutingNote(low, high, found.Groups["unit"].Value.Trim().ToLowerInvariant()) : null;
    }

    private static decimal? Amount(Group text) =>
        decimal.TryParse(text.ValueSpan, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal amount) ? amount : null;

    [GeneratedRegex(@"\$\s?(?<low>\d[\d,]*(\.\d+)?|\.\d+)(\s*(-|–|~|to)\s*\$?\s?(?<high>\d[\d,]*(\.\d+)?|\.\d+))?\s+per\s+(?<unit>[\w ]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Price();
}
