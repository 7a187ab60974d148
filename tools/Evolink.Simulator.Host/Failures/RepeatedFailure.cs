using System.Globalization;

namespace Evolink.Simulation;

/// <summary>A rule with how often it comes true: always, for a share of the requests (<c>@20%</c>), or for the first few (<c>*3</c>).</summary>
internal sealed record RepeatedFailure(FailureRule Rule, double Share, int? Times, string Text)
{
    public const string Grammar = """
          behind a rule of --fail:
            @20%          a fifth of the requests, drawn at random
            *3            the first three
        """;

    /// <exception cref="FormatException">It is not understood; the message says which part and what it may be.</exception>
    public static RepeatedFailure Parse(string text)
    {
        if (text.LastIndexOf('@') is var at and > 0) return new(FailureRule.Parse(text[..at]), ShareOf(text[(at + 1)..]), null, text);
        if (text.LastIndexOf('*') is var star and > 0) return new(FailureRule.Parse(text[..star]), 1, TimesOf(text[(star + 1)..]), text);
        return new(FailureRule.Parse(text), 1, null, text);
    }

    private static double ShareOf(string text)
    {
        bool isPercent = text.EndsWith('%');
        bool isNumber = double.TryParse(isPercent ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number);
        double share = isPercent ? number / 100 : number;
        return isNumber && share is > 0 and <= 1 ? share : throw new FormatException($"'@{text}' must be a share such as @20%, over 0 and at most 100 %.");
    }

    private static int TimesOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int times) && times > 0
        ? times
        : throw new FormatException($"'*{text}' must be a number of times such as *3.");
}
