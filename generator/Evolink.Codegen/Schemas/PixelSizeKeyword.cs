using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>
/// <c>x-evolink-size: { multipleOf: 16, minSide: 16, maxPixels: 8294400, maxAspect: 3 }</c>: the limits of a text where it is a size in pixels, such as
/// <c>1280x720</c>. Any other text is not its business.
/// </summary>
internal static class PixelSizeKeyword
{
    public const string Name = "x-evolink-size";

    private const string Expected = "{ multipleOf, minSide, maxSide, minPixels, maxPixels: integers above 0; minAspect, maxAspect: width by height }, at least one of them";

    /// <summary>The largest limit that the client checks exactly; its parser stops counting beyond.</summary>
    private const long MostPixels = 100_000_000_000_000_000;

    private static readonly string[] s_sides = ["multipleOf", "minSide", "maxSide"];
    private static readonly string[] s_pixels = ["minPixels", "maxPixels"];
    private static readonly string[] s_aspects = ["minAspect", "maxAspect"];
    private static readonly string[] s_ranges = ["Side", "Pixels", "Aspect"];

    /// <summary>Why the extension is not of its form; null where it is.</summary>
    public static ExtensionProblem? Problem(SpecNode size) => ExtensionProblem.OfMembers(size, IsValid, Expected)
        ?? (size.Members.Count == 0 ? new ExtensionProblem(size, Expected) : ExtensionProblem.OfRanges(size, s_ranges));

    /// <summary>The keyword of an aspect, which may have a fraction.</summary>
    public static bool IsAspect(string keyword) => s_aspects.Contains(keyword);

    /// <summary>The extension in words, one fact; null where there is nothing to say.</summary>
    public static string? Fact(SchemaView view)
    {
        IReadOnlyList<SpecNode> sizes = MediaKeyword.AtPlaces(view, Name);
        if (sizes.Count == 0)
        {
            return null;
        }

        List<string> limits =
        [
            .. sizes.Where(size => Problem(size) is null).SelectMany(size => new[]
            {
                size["multipleOf"] is { } step ? $"sides are multiples of {step.Text}" : "",
                LimitText.Range(size, "Side", "pixels a side"),
                LimitText.Range(size, "Pixels", "pixels in all"),
                LimitText.Range(size, "Aspect", "wide for 1 high"),
            }).Where(limit => limit.Length > 0),
        ];
        return limits.Count == 0 ? null : $"Of a size in pixels, such as 1280x720: {string.Join("; ", limits)}.";
    }

    private static bool IsValid(SpecMember member) => member.Value.Kind == SpecNodeKind.Number
        && (s_sides.Contains(member.Name) ? IsInteger(member.Value, int.MaxValue)
            : s_pixels.Contains(member.Name) ? IsInteger(member.Value, MostPixels)
            : IsAspect(member.Name) && ExactNumber.TryParse(member.Value.Text, out ExactNumber aspect) && aspect.IsPositive && ExactNumber.ParseDecimal(member.Value.Text) is not (null or "0"));

    private static bool IsInteger(SpecNode node, long most) => ExactNumber.TryParseInteger(node.Text, out BigInteger value) && value.Sign > 0 && value <= most;
}
