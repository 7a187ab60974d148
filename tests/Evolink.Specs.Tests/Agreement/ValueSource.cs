using System.Globalization;
using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;
using Evolink.Simulation;

namespace Evolink.Tests.Agreement;

/// <summary>Values that are interesting to a schema: what it allows, what it barely allows and what it just does not.</summary>
internal sealed class ValueSource(SpecNode root, Random random)
{
    private static readonly string[] s_numbers =
        ["0", "-0.0", "1", "5.0", "5e0", "50e-1", "5.5", "-1", "1e2", "2147483647", "2147483648", "4294967295", "9007199254740993", "1e30", "0.1", "1e-9", "5.0000000000000001"];

    private static readonly string[] s_texts = ["", " ", "text", "1080p", "true", "5", "null", "a\0b", "line\nbreak", "\u2028", "😀", "é", "e\u0301", "\"quoted\""];

    /// <summary>A value for a member or item of that schema, valid more often than not.</summary>
    public JsonNode? For(string? name, SpecNode schema)
    {
        schema = SpecSchemas.Resolve(root, schema) ?? schema;
        if (schema["enum"]?.Items is [_, ..] values) return random.Next(4) > 0 ? Pick(values).ToJsonNode() : Near(Pick(values).Text);
        return schema["type"]?.Text switch
        {
            "string" => Text(name, schema),
            "integer" or "number" => Number(schema),
            "boolean" => random.Next(2) == 0,
            "array" => Array(schema),
            "object" => Object(schema),
            _ => Anything(),
        };
    }

    /// <summary>A value of any kind.</summary>
    public JsonNode? Anything() => random.Next(8) switch
    {
        0 => Pick(s_texts),
        1 => JsonNode.Parse(Pick(s_numbers)),
        2 => true,
        3 => new JsonArray(),
        4 => new JsonArray(Pick(s_texts), null, JsonNode.Parse(Pick(s_numbers))),
        5 => new JsonObject(),
        6 => new JsonObject { ["a"] = new JsonObject { ["b"] = JsonNode.Parse("9007199254740993") } },
        _ => null,
    };

    /// <summary>Another name like this one: another number, another case, one character more or less.</summary>
    public string Near(string name) => random.Next(7) switch
    {
        0 => name + "0",
        1 => name.TrimEnd("0123456789".ToCharArray()) + random.Next(12).ToString(CultureInfo.InvariantCulture),
        2 => name.ToUpperInvariant(),
        3 => name.Length > 0 ? name[..^1] : "a",
        4 => name + "\n",
        5 => "0" + name,
        _ => "",
    };

    private JsonNode Text(string? name, SpecNode schema)
    {
        if (name == "callback_url") return Addresses.Callback(random);
        if (schema["format"]?.Text == "uri") return Addresses.Url(random);

        if (schema["x-evolink-size"] is { } size && random.Next(4) > 0) return Size(size);

        int? bound = Count(schema["maxLength"]) ?? Count(schema["minLength"]);
        if (bound is not { } length || random.Next(3) == 0) return Pick(s_texts);

        // Astral characters are two UTF-16 units each and one character to JSON Schema.
        return string.Concat(Enumerable.Repeat(Pick(["a", "é", "😀"]), Math.Max(0, length + random.Next(-1, 2))));
    }

    /// <summary>A size whose sides, area or ratio are near a limit.</summary>
    private string Size(SpecNode size)
    {
        string limit = Pick(size.Members).Name;
        double bound = double.Parse(size[limit]!.Text, CultureInfo.InvariantCulture);
        long step = long.Parse(size["multipleOf"]?.Text ?? "1", CultureInfo.InvariantCulture);
        (long width, long height) = limit switch
        {
            "minPixels" or "maxPixels" => Rounded(Math.Sqrt(bound), Math.Sqrt(bound)),
            "minAspect" or "maxAspect" => Rounded(1000 * bound, 1000),
            _ => Rounded(bound, bound),
        };
        return random.Next(12) == 0 ? $"{width}X{height}" : $"{Near(width)}x{Near(height)}";

        (long, long) Rounded(double wide, double high) => ((long)(wide / step) * step, (long)(high / step) * step);
        long Near(long side) => side + Pick([0, 0, 0, step, -step, 1, -1, 4294967296]);
    }

    private JsonNode? Number(SpecNode schema)
    {
        string?[] bounds = [.. new[] { "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" }.Select(keyword => schema[keyword]?.Text).OfType<string>()];
        if (bounds.Length == 0 || random.Next(3) == 0) return JsonNode.Parse(Pick(s_numbers));

        decimal bound = decimal.Parse(Pick(bounds)!, NumberStyles.Float, CultureInfo.InvariantCulture);
        return bound + Pick([-1m, 0m, 0m, 1m, 0.5m, -0.5m, 0.0000001m]);
    }

    private JsonArray Array(SpecNode schema)
    {
        int least = Count(schema["minItems"]) ?? 0, most = Count(schema["maxItems"]) ?? least + 3;
        JsonArray items = [];
        while (items.Count < random.Next(least - 1, most + 2) && schema["items"] is { } item)
            items.Add(items.Count > 0 && random.Next(3) == 0 ? items[0]?.DeepClone() : For(null, item));
        return items;
    }

    private JsonObject Object(SpecNode schema)
    {
        string[] required = [.. schema["required"]?.Items.Select(name => name.Text) ?? []];
        JsonObject members = [];
        foreach (SpecMember property in SpecSchemas.Properties(root, schema))
        {
            if (random.Next(10) < (required.Contains(property.Name) ? 9 : 4))
                members[property.Name] = For(property.Name, property.Value);
        }

        return members;
    }

    private static int? Count(SpecNode? keyword) => keyword is null ? null : int.Parse(keyword.Text, CultureInfo.InvariantCulture);

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
