using System.Text.Json;

namespace Evolink.Simulation.Validation;

/// <summary>A schema with what it refers to and what it combines, all of which holds for a value.</summary>
internal static class SchemaParts
{
    private const int DeepestReference = 20;

    public static IEnumerable<SchemaPosition> Of(SchemaScope scope, SchemaPosition schema, int depth = 0)
    {
        if (schema.Schema.ValueKind != JsonValueKind.Object || depth > DeepestReference) yield break;

        yield return schema;
        List<SchemaPosition> next = [];
        if (Keyed(schema.Schema, "$ref") is { ValueKind: JsonValueKind.String } reference
            && scope.Evaluation.Document.Resolve(schema.Resource, reference.GetString()!) is { } target)
        {
            next.Add(target);
        }

        if (Keyed(schema.Schema, "allOf") is { ValueKind: JsonValueKind.Array } all) next.AddRange(all.EnumerateArray().Select(part => schema with { Schema = part }));
        foreach (SchemaPosition part in next.SelectMany(part => Of(scope, part, depth + 1))) yield return part;
    }

    public static JsonElement? Keyed(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out JsonElement value) ? value : null;
}
