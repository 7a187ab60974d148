using System.Text.Json;

namespace Evolink.Tool.Studio.Forms;

/// <summary>A schema that a request is tested by, in words: <c>`draft` is true and `image_urls` is given</c>.</summary>
internal static class ConditionText
{
    /// <summary>Null where it says something that has no words here.</summary>
    public static string? Write(JsonElement schema) => Write(schema, "");

    /// <summary>Values as they are listed: <c>png or webp</c>.</summary>
    public static string Values(JsonElement values) => Join([.. values.EnumerateArray().Select(Value)], "or");

    public static string Value(JsonElement value) => value.ValueKind == JsonValueKind.String ? $"`{value.GetString()}`" : value.GetRawText();

    public static string Join(IReadOnlyList<string> parts, string word) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} {word} {parts[^1]}",
    };

    private static string? Write(JsonElement schema, string prefix)
    {
        if (schema.ValueKind != JsonValueKind.Object) return null;
        List<string?> parts = [];
        string[] required = schema.TryGetProperty("required", out JsonElement names) ? [.. names.EnumerateArray().Select(static name => name.GetString()!)] : [];
        HashSet<string> said = [];
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "required" or "type":
                    break;
                case "properties":
                    foreach (JsonProperty member in keyword.Value.EnumerateObject())
                    {
                        said.Add(member.Name);
                        parts.Add(Member(prefix + member.Name, member.Value, required.Contains(member.Name)));
                    }

                    break;
                case "not":
                    parts.Add(Not(keyword.Value, prefix));
                    break;
                case "allOf":
                    parts.AddRange(keyword.Value.EnumerateArray().Select(part => Write(part, prefix)));
                    break;
                case "anyOf" or "oneOf":
                    string?[] choices = [.. keyword.Value.EnumerateArray().Select(part => Write(part, prefix))];
                    parts.Add(choices.Contains(null) ? null : Join(choices!, "or"));
                    break;
                default:
                    return null;
            }
        }

        parts.InsertRange(0, required.Where(name => !said.Contains(name)).Select(name => $"`{prefix}{name}` is given"));
        return parts.Count == 0 || parts.Contains(null) ? null : string.Join(" and ", parts);
    }

    /// <summary>A test of a member passes also where there is none, unless it is required.</summary>
    private static string? Member(string name, JsonElement test, bool isRequired)
    {
        if (test.ValueKind != JsonValueKind.Object) return null;
        string unless = isRequired ? "" : " or left out";
        if (test.TryGetProperty("const", out JsonElement value)) return $"`{name}` is {Value(value)}{unless}";
        if (test.TryGetProperty("enum", out JsonElement values)) return $"`{name}` is {Values(values)}{unless}";
        if (test.TryGetProperty("properties", out _) || test.TryGetProperty("required", out _)) return Write(test, $"{name}.");
        (long? least, long? most) = (Number(test, "minItems"), Number(test, "maxItems"));
        return (least, most) switch
        {
            ({ } only, { } same) when only == same => $"`{name}` has {only} {(only == 1 ? "item" : "items")}{unless}",
            ({ } from, { } to) => $"`{name}` has {from} to {to} items{unless}",
            ({ } from, null) => $"`{name}` has at least {from} {(from == 1 ? "item" : "items")}{unless}",
            (null, { } to) => $"`{name}` has at most {to} {(to == 1 ? "item" : "items")}{unless}",
            _ when Number(test, "minimum") is { } minimum => $"`{name}` is at least {minimum}{unless}",
            _ when Number(test, "maximum") is { } maximum => $"`{name}` is at most {maximum}{unless}",
            _ => null,
        };
    }

    private static string? Not(JsonElement schema, string prefix)
    {
        if (schema.ValueKind != JsonValueKind.Object) return null;
        if (schema.EnumerateObject().Count() == 1 && schema.TryGetProperty("required", out JsonElement names) && names.GetArrayLength() == 1) return $"`{prefix}{names[0].GetString()}` is left out";
        return Write(schema, prefix) is { } text ? $"not: {text}" : null;
    }

    private static long? Number(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out long value) ? value : null;
}
