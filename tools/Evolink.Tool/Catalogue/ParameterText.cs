using System.Globalization;
using System.Text.Json;

namespace Evolink.Tool.Catalogue;

/// <summary>What a parameter allows, in a few words.</summary>
internal static class ParameterText
{
    private const int MostValues = 12;

    /// <summary>Type, values and bounds, such as <c>integer, 3 to 15, default 5</c>.</summary>
    public static string Limits(ModelParameter parameter) => string.Join(", ", Facts(parameter));

    /// <summary>What a file has to be, such as <c>image: jpg, png; at most 10 MB</c>; empty where the parameter is no file.</summary>
    public static string Media(ModelParameter parameter)
    {
        if (parameter.Media is not { } media) return "";
        List<string> facts = [];
        if (media.Formats.Count > 0) facts.Add(string.Join(", ", media.Formats));
        if (media.MaxBytes is { } bytes) facts.Add($"at most {Number(decimal.Round(bytes / 1048576m, 1))} MB");
        if (Range(media.MinSide, media.MaxSide) is { } sides) facts.Add($"{sides} pixels a side");
        if (Range(media.MinPixels, media.MaxPixels) is { } pixels) facts.Add($"{pixels} pixels");
        if (Range(media.MinAspect, media.MaxAspect) is { } aspect) facts.Add($"width / height {aspect}");
        if (Range(media.MinSeconds, media.MaxSeconds) is { } seconds) facts.Add($"{seconds} seconds");
        return facts.Count == 0 ? media.Kind : $"{media.Kind}: {string.Join("; ", facts)}";
    }

    /// <summary>The first sentence of a description, without Markdown's marks.</summary>
    public static string Short(ModelParameter parameter)
    {
        string text = parameter.Description.ReplaceLineEndings(" ").Replace("`", "", StringComparison.Ordinal);
        int end = text.IndexOf(". ", StringComparison.Ordinal);
        return end > 0 ? text[..(end + 1)] : text;
    }

    /// <summary>A value as it is typed.</summary>
    public static string Value(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>The values that are known, those of each kind of value included.</summary>
    public static IReadOnlyList<string> Values(ModelParameter parameter) =>
        [.. parameter.Enum.Concat(parameter.Variants.SelectMany(static variant => variant.Enum)).Concat(parameter.Items?.Enum ?? []).Select(Value).Distinct()];

    private static IEnumerable<string> Facts(ModelParameter parameter)
    {
        if (parameter.Type.Length > 0) yield return parameter.Type;
        IReadOnlyList<string> values = Values(parameter);
        if (values.Count > 0) yield return string.Join(" | ", values.Take(MostValues)) + (values.Count > MostValues ? " | …" : "");
        if (Range(parameter.Minimum, parameter.Maximum) is { } numbers) yield return numbers;
        if (parameter.ExclusiveMinimum is { } over) yield return $"over {Number(over)}";
        if (parameter.ExclusiveMaximum is { } below) yield return $"below {Number(below)}";
        if (parameter.MultipleOf is { } multiple) yield return $"a multiple of {Number(multiple)}";
        if (Range(parameter.MinLength, parameter.MaxLength) is { } length) yield return $"{length} characters";
        if (Range(parameter.MinItems, parameter.MaxItems) is { } items) yield return items == "1" ? "1 item" : $"{items} items";
        if (parameter.Default is { } value) yield return $"default {Value(value)}";
    }

    private static string? Range(decimal? minimum, decimal? maximum) => (minimum, maximum) switch
    {
        ({ } least, { } most) when least == most => Number(least),
        ({ } least, { } most) => $"{Number(least)} to {Number(most)}",
        ({ } least, null) => $"at least {Number(least)}",
        (null, { } most) => $"at most {Number(most)}",
        _ => null,
    };

    private static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
