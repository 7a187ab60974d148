using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Evolink.OpenApi;

/// <summary>A model's requests as a schema of the host's own document.</summary>
internal static class RequestSchema
{
    private const string Definitions = "$defs";
    private const string ReferencePrefix = "#/$defs/";

    public static OpenApiSchema Create(ModelInfo model)
    {
        JsonObject schema = JsonNode.Parse(model.JsonSchema)!.AsObject();
        if (schema[Definitions] is JsonObject definitions)
        {
            schema.Remove(Definitions);
            schema = (JsonObject)Resolve(schema, definitions, [])!;
        }

        return OpenApiModelFactory.Parse<OpenApiSchema>(schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, new OpenApiDocument(), out _, OpenApiConstants.Json)
            ?? throw new InvalidOperationException($"The schema of {model.Id} could not be read.");
    }

    /// <summary>A reference into a schema means nothing in a document around it, so what it refers to takes its place. What refers to itself is left open.</summary>
    private static JsonNode? Resolve(JsonNode? node, JsonObject definitions, HashSet<string> path)
    {
        switch (node)
        {
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Resolve(item, definitions, path))]);
            case JsonObject members when members["$ref"]?.ToString() is { } reference && reference.StartsWith(ReferencePrefix, StringComparison.Ordinal):
                string name = reference[ReferencePrefix.Length..];
                if (!path.Add(name)) return new JsonObject();
                JsonNode? resolved = Resolve(definitions[name], definitions, path);
                path.Remove(name);
                return resolved;
            case JsonObject members:
                return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value, definitions, path))));
            default:
                return node?.DeepClone();
        }
    }

    /// <summary>Puts what a schema says into the one that the framework has made of a type.</summary>
    public static void CopyTo(this OpenApiSchema source, OpenApiSchema target)
    {
        target.Type = source.Type;
        target.Title = source.Title;
        target.Description = source.Description;
        target.Properties = source.Properties;
        target.Required = source.Required;
        target.AdditionalProperties = source.AdditionalProperties;
        target.AdditionalPropertiesAllowed = source.AdditionalPropertiesAllowed;
        target.UnevaluatedProperties = source.UnevaluatedProperties;
        target.PatternProperties = source.PatternProperties;
        target.MinProperties = source.MinProperties;
        target.MaxProperties = source.MaxProperties;
        target.AllOf = source.AllOf;
        target.AnyOf = source.AnyOf;
        target.OneOf = source.OneOf;
        target.Not = source.Not;
        target.Examples = source.Examples;
        target.Extensions = source.Extensions;
        target.UnrecognizedKeywords = source.UnrecognizedKeywords;
    }
}
