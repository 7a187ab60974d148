using System.Text.Json;

namespace Evolink.Runtime.Catalogue;

/// <summary>Members of an object, by the kind that they should have; what is of another kind is not there.</summary>
internal static class JsonFacts
{
    public static JsonElement? Member(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out JsonElement value) ? value : null;

    public static string? Text(JsonElement from, string name) =>
        Member(from, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static IReadOnlyList<string> Texts(JsonElement from, string name) =>
        [.. Items(from, name).Where(static item => item.ValueKind == JsonValueKind.String).Select(static item => item.GetString()!)];

    public static IReadOnlyList<JsonElement> Items(JsonElement from, string name) =>
        Member(from, name) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];

    public static decimal? Number(JsonElement from, string name) =>
        Member(from, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out decimal value) ? value : null;

    public static long? Whole(JsonElement from, string name) =>
        Number(from, name) is { } number && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;
}
