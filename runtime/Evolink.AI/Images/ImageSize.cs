using System.Drawing;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Evolink.Images;

/// <summary>A size in pixels as a model says it: as pixels where it takes them, else as the ratio of its sides.</summary>
internal static partial class ImageSize
{
    /// <summary>How far apart a ratio and a size may be: 1792x1024 is taken for 16:9 nowhere, 1365x768 is.</summary>
    private const double Tolerance = 0.005;

    /// <exception cref="ArgumentException">The model has neither the size nor its ratio.</exception>
    public static string Find(ModelParameter parameter, Size size)
    {
        if (size.Width <= 0 || size.Height <= 0) throw new ArgumentException($"ImageGenerationOptions.ImageSize must have two positive sides, and is {size.Width}x{size.Height}.");
        string pixels = string.Create(CultureInfo.InvariantCulture, $"{size.Width}x{size.Height}");
        string[] values = [.. Values(parameter)];
        if (values.Contains(pixels) || TakesPixels(parameter)) return pixels;
        return values.FirstOrDefault(value => IsRatio(value, size))
            ?? throw new ArgumentException($"The model makes no images of {pixels}. Its sizes are {string.Join(", ", values)}.");
    }

    /// <summary>Sizes are written into a pattern where the pixels are free.</summary>
    private static bool TakesPixels(ModelParameter parameter) => parameter.Enum.Count == 0 && (parameter.Pattern is null || parameter.Pattern.Contains('x', StringComparison.Ordinal));

    private static IEnumerable<string> Values(ModelParameter parameter) => parameter.Enum.Count > 0
        ? parameter.Enum.Where(static value => value.ValueKind == JsonValueKind.String).Select(static value => value.GetString()!)
        : Ratio().Matches(parameter.Pattern ?? "").Select(static match => match.Value);

    private static bool IsRatio(string value, Size size)
    {
        Match match = Ratio().Match(value);
        if (!match.Success || match.Length != value.Length) return false;
        double wanted = double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) / double.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        return Math.Abs(((double)size.Width / size.Height / wanted) - 1) <= Tolerance;
    }

    [GeneratedRegex(@"(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)")]
    private static partial Regex Ratio();
}
