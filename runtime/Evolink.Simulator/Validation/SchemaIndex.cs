using System.Text.Json;

namespace Evolink.Simulation.Validation;

/// <summary>Finds the names (<c>$id</c>, <c>$anchor</c>) that a document declares, looking only where schemas are.</summary>
internal static class SchemaIndex
{
    private static readonly string[] s_schemas =
    [
        "items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else",
        "unevaluatedItems", "unevaluatedProperties", "contentSchema",
    ];

    private static readonly string[] s_lists = ["allOf", "anyOf", "oneOf", "prefixItems"];

    private static readonly string[] s_maps = ["$defs", "definitions", "properties", "patternProperties", "dependentSchemas"];

    public static void Add(JsonElement schema, SchemaResource resource, Dictionary<string, SchemaResource> resources)
    {
        if (schema.ValueKind != JsonValueKind.Object) return;

        if (ReadId(schema) is { } id && SchemaDocument.Combine(resource.BaseUri, id) is { } name)
        {
            resource = new SchemaResource(schema, name);
            resources.TryAdd(name.AbsoluteUri, resource);
        }
        if (schema.TryGetProperty("$anchor", out JsonElement anchor) && anchor.ValueKind == JsonValueKind.String)
            resource.Anchors.TryAdd(anchor.GetString()!, new SchemaPosition(schema, resource));

        foreach (JsonElement child in Children(schema)) Add(child, resource, resources);

        // An OpenAPI document keeps its schemas elsewhere.
        if (schema.TryGetProperty("components", out JsonElement components) && Member(components, "schemas") is { } named)
            foreach (JsonElement child in Values(named)) Add(child, resource, resources);
    }

    /// <summary>The name that a schema object gives itself; one that is only a fragment names nothing.</summary>
    public static string? ReadId(JsonElement schema) =>
        Member(schema, "$id") is { ValueKind: JsonValueKind.String } id && id.GetString() is { } text && !text.StartsWith('#') ? text : null;

    private static IEnumerable<JsonElement> Children(JsonElement schema) =>
        s_schemas.Select(keyword => Member(schema, keyword)).OfType<JsonElement>()
            .Concat(s_lists.Select(keyword => Member(schema, keyword)).OfType<JsonElement>()
                .Where(static list => list.ValueKind == JsonValueKind.Array).SelectMany(static list => list.EnumerateArray()))
            .Concat(s_maps.Select(keyword => Member(schema, keyword)).OfType<JsonElement>().SelectMany(Values));

    private static IEnumerable<JsonElement> Values(JsonElement map) =>
        map.ValueKind == JsonValueKind.Object ? map.EnumerateObject().Select(static member => member.Value) : [];

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) ? value : null;
}
