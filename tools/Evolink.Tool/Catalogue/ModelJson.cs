using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Tool.Costs;
using Evolink.Tool.Output;

namespace Evolink.Tool.Catalogue;

/// <summary>Models as JSON, for scripts and agents.</summary>
internal static class ModelJson
{
    /// <summary>A line of a list.</summary>
    public static JsonObject Brief(ModelInfo model) => new()
    {
        ["id"] = model.Id,
        ["kind"] = model.Kind.ToString().ToLowerInvariant(),
        ["title"] = model.Title,
        ["summary"] = model.Summary,
        ["takes"] = new JsonArray([.. ModelInputs.Find(model).Select(static input => (JsonNode?)input)]),
    };

    /// <summary>All that is known of a model, with its prices where they were looked up.</summary>
    public static JsonObject Full(ModelInfo model, PriceLookup? prices = null)
    {
        JsonObject json = Brief(model);
        json["docs_url"] = model.DocsUrl?.AbsoluteUri;
        json["required"] = new JsonArray([.. model.Parameters.Where(static one => one.IsRequired && one.Name != "model").Select(static one => (JsonNode?)one.Name)]);
        json["advice"] = new JsonObject(model.Parameters.Where(static one => one.Advice.Count > 0)
            .Select(static one => KeyValuePair.Create(one.Name, (JsonNode?)string.Join(" ", one.Advice.Select(static advice => advice.Text)))));
        json["files"] = new JsonObject(model.Parameters.Where(static one => one.Media is not null)
            .Select(static one => KeyValuePair.Create(one.Name, (JsonNode?)ParameterText.Media(one))));
        json["prices"] = prices?.List is { } list ? new JsonArray([.. list.Describe(model.Id).Select(static price => (JsonNode?)price)]) : null;
        json["example"] = model.Example is { } example ? JsonNode.Parse(example) : null;
        json["json_schema"] = JsonNode.Parse(model.JsonSchema, documentOptions: new JsonDocumentOptions { MaxDepth = 512 });
        return json;
    }

    /// <summary>The example, made complete with the model's name.</summary>
    public static JsonElement Example(ModelInfo model) => JsonOutput.ToElement(JsonNode.Parse(model.Example ?? "{}")!);
}
