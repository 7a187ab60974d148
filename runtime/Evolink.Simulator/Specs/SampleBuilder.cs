using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;

namespace Evolink.Simulation;

/// <summary>Makes a value that a schema describes, from its examples wherever it has some.</summary>
internal static class SampleBuilder
{
    private const int DeepestSample = 8;

    /// <summary>A body as a response or media type shows it: its own example first, then one made from the schema.</summary>
    public static JsonNode? OfMedia(SpecNode root, SpecNode? media) =>
        ExampleOf(root, media) is { } example ? example.ToJsonNode() : OfSchema(root, media?["schema"]);

    /// <summary>The first example that a media type shows.</summary>
    public static SpecNode? ExampleOf(SpecNode root, SpecNode? media) =>
        media?["example"] ?? (media?["examples"]?.Members is [var first, ..] ? SpecSchemas.Resolve(root, first.Value)?["value"] : null);

    public static JsonNode? OfSchema(SpecNode root, SpecNode? schema, int depth = 0)
    {
        if (SpecSchemas.Resolve(root, schema) is not { } resolved || depth > DeepestSample) return null;

        SpecNode? given = resolved["example"] ?? resolved["const"] ?? resolved["default"] ?? First(resolved["examples"]) ?? First(resolved["enum"]);
        if (given is not null) return given.ToJsonNode();

        SpecMember[] properties = [.. SpecSchemas.Properties(root, resolved)];
        if (properties.Length > 0) return Object(root, properties, depth);
        if ((First(resolved["oneOf"]) ?? First(resolved["anyOf"])) is { } alternative) return OfSchema(root, alternative, depth + 1);
        return OfType(root, resolved, depth);
    }

    private static JsonObject Object(SpecNode root, SpecMember[] properties, int depth)
    {
        JsonObject sample = [];
        foreach (SpecMember property in properties) sample[property.Name] = OfSchema(root, property.Value, depth + 1);
        return sample;
    }

    private static JsonNode? OfType(SpecNode root, SpecNode schema, int depth)
    {
        SpecNode? type = schema["type"] is { Kind: SpecNodeKind.Array } several ? First(several) : schema["type"];
        return type?.Text switch
        {
            "string" => schema["format"]?.Text switch
            {
                "uri" => "https://example.com/",
                "date-time" => "2026-01-01T00:00:00Z",
                "date" => "2026-01-01",
                "uuid" => "00000000-0000-4000-8000-000000000000",
                _ => "string",
            },
            "integer" or "number" => schema["minimum"]?.ToJsonNode() ?? 0,
            "boolean" => false,
            "array" when schema["items"] is { } items => new JsonArray(OfSchema(root, items, depth + 1)),
            "array" => new JsonArray(),
            "object" => new JsonObject(),
            _ => null,
        };
    }

    private static SpecNode? First(SpecNode? list) => list?.Items is [var first, ..] ? first : null;
}
