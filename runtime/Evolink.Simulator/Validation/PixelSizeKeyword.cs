using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Evolink.Simulation.Validation;

/// <summary><c>x-evolink-size: { multipleOf: 16, maxPixels: 8294400, maxAspect: 3 }</c>: what a text has to be where it is a size such as <c>1280x720</c>.</summary>
internal static partial class PixelSizeKeyword
{
    private const string Name = "x-evolink-size";

    public static void Apply(SchemaScope scope, JsonElement keyword)
    {
        if (scope.Instance.ValueKind != JsonValueKind.String || keyword.ValueKind != JsonValueKind.Object || Form().Match(scope.Instance.GetString()!) is not { Success: true } size) return;

        BigInteger width = BigInteger.Parse(size.Groups["width"].Value, CultureInfo.InvariantCulture), height = BigInteger.Parse(size.Groups["height"].Value, CultureInfo.InvariantCulture);
        IEnumerable<string?> problems =
        [
            Limit(keyword, "multipleOf") is { } step && !(Multiple(width, step) && Multiple(height, step)) ? "sides that are multiples of " + step.GetRawText() : null,
            Problem(keyword, "Side", BigInteger.Min(width, height), BigInteger.Max(width, height), BigInteger.One, "pixels a side"),
            Problem(keyword, "Pixels", width * height, width * height, BigInteger.One, "pixels in all"),
            Problem(keyword, "Aspect", width, width, height, "wide for 1 high"),
        ];
        if (problems.FirstOrDefault(static problem => problem is not null) is { } first) scope.Fail(Name, $"must have {first}, but is {size.Value}.");
    }

    /// <summary>What is wrong with a ratio that lies between two others with one denominator.</summary>
    private static string? Problem(JsonElement keyword, string name, BigInteger least, BigInteger most, BigInteger denominator, string unit) =>
        Limit(keyword, "min" + name) is { } min && Order(least, min, denominator) < 0 ? $"at least {min.GetRawText()} {unit}"
        : Limit(keyword, "max" + name) is { } max && Order(most, max, denominator) > 0 ? $"at most {max.GetRawText()} {unit}"
        : null;

    private static int Order(BigInteger numerator, JsonElement limit, BigInteger denominator) => ExactNumber.From(numerator).CompareTo(ExactNumber.Read(limit).Times(denominator));

    private static bool Multiple(BigInteger side, JsonElement step) => ExactNumber.Read(step) is not { Digits.Sign: > 0 } divisor || ExactNumber.From(side).IsMultipleOf(divisor);

    private static JsonElement? Limit(JsonElement keyword, string name) => keyword.TryGetProperty(name, out JsonElement limit) && limit.ValueKind == JsonValueKind.Number ? limit : null;

    // A text of thousands of digits is no size of a picture; multiplying such numbers is work for nothing.
    [GeneratedRegex("^(?<width>[1-9][0-9]{0,999})x(?<height>[1-9][0-9]{0,999})\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
