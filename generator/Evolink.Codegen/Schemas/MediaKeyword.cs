using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>
/// <c>x-evolink-media: { kind: image, formats: [jpg, png], maxBytes: 10485760, minSide: 300 }</c>: what a file has to be that
/// a URL leads to.
/// </summary>
internal static class MediaKeyword
{
    public const string Name = "x-evolink-media";

    private const string Expected =
        "{ kind: image, video, audio or file; formats: [names]; maxBytes, minSide, maxSide, minPixels, maxPixels, minAspect, maxAspect, minSeconds, maxSeconds: numbers above 0 }, or false";

    private static readonly string[] s_holding = ["items", "additionalProperties"];
    private static readonly string[] s_kinds = ["image", "video", "audio", "file"];
    private static readonly string[] s_ranges = ["Side", "Pixels", "Aspect", "Seconds"];
    private static readonly string[] s_numbers = ["maxBytes", "minSide", "maxSide", "minPixels", "maxPixels", "minAspect", "maxAspect", "minSeconds", "maxSeconds"];

    /// <summary>What stands at the schema, or at that of a list's items or a map's values.</summary>
    public static SpecNode? In(SchemaView view)
    {
        IReadOnlyList<SpecNode> found = AtPlaces(view, Name);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The schema and, of a list or a map, that of what it holds.</summary>
    public static IReadOnlyList<SchemaView> Places(SchemaView view)
    {
        List<SchemaView> places = [view];
        foreach (string holding in s_holding)
        {
            if (view.First(holding) is { } held)
            {
                places.Add(SchemaView.From(held));
            }
        }

        return places;
    }

    /// <summary>What stands under a keyword at these places.</summary>
    public static IReadOnlyList<SpecNode> AtPlaces(SchemaView view, string keyword)
    {
        IReadOnlyList<SpecNode> found = [];
        foreach (SchemaView place in Places(view))
        {
            IReadOnlyList<SpecNode> here = place.All(keyword);
            found = found.Count == 0 ? here : here.Count == 0 ? found : [.. found, .. here];
        }

        return found;
    }

    /// <summary>Why the extension is not of its form; null where it is.</summary>
    public static ExtensionProblem? Problem(SpecNode media) => ExtensionProblem.OfMembers(media, IsValid, Expected) ?? ExtensionProblem.OfRanges(media, s_ranges);

    /// <summary>The extension in words, one fact; null where there is nothing to say.</summary>
    public static string? Fact(SchemaView view)
    {
        if (In(view) is not { } media || Problem(media) is not null)
        {
            return null;
        }

        List<string> parts =
        [
            string.Join(", ", (media["formats"]?.Items ?? []).Select(item => item.Text)),
            media["maxBytes"] is { } bytes ? $"at most {Size(Number(bytes))}" : "",
            LimitText.Range(media, "Side", "pixels a side"),
            LimitText.Range(media, "Pixels", "pixels in all"),
            LimitText.Range(media, "Aspect", "wide for 1 high"),
            LimitText.Range(media, "Seconds", "seconds"),
        ];
        string kind = media["kind"]?.Text ?? "file";
        string limits = string.Join("; ", parts.Where(part => part.Length > 0));
        return $"A public URL of {(kind[0] is 'a' or 'i' ? "an" : "a")} {(kind == "audio" ? "audio file" : kind)}{(limits.Length > 0 ? $" ({limits})" : "")}; a local file has to be uploaded first.";
    }

    private static bool IsValid(SpecMember member) => member.Name switch
    {
        "kind" => s_kinds.Contains(member.Value.Text),
        "formats" => member.Value.Kind == SpecNodeKind.Array && member.Value.Items.All(item => item.Kind == SpecNodeKind.String),
        _ => s_numbers.Contains(member.Name) && Number(member.Value) > 0,
    };

    private static string Size(decimal bytes) => bytes % (1024 * 1024) == 0
        ? string.Format(CultureInfo.InvariantCulture, "{0} MB", bytes / (1024 * 1024))
        : string.Format(CultureInfo.InvariantCulture, "{0} bytes", bytes);

    private static decimal Number(SpecNode node) =>
        node.Kind == SpecNodeKind.Number && decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : 0;
}
