using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evolink.Tool.Studio.Forms;

/// <summary>What one value of a request demands of another, as sentences that a form shows where they apply.</summary>
/// <remarks>What cannot be said in a sentence is left out here: validation says it of a request that breaks it.</remarks>
internal sealed class FormConditions
{
    private readonly JsonArray _conditions = [];

    private FormConditions()
    {
    }

    /// <summary>All of a model. Each has the <c>path</c> of the object that it is about, <c>when</c> it applies (a JSON Schema), its <c>text</c> and the <c>fields</c> that it makes demands of.</summary>
    public static JsonArray Create(ModelInfo model)
    {
        FormConditions found = new();
        found.AddObject(JsonElement.Parse(model.JsonSchema, new JsonDocumentOptions { MaxDepth = 512 }), "");
        return found._conditions;
    }

    private void AddObject(JsonElement schema, string path)
    {
        AddDemands(schema, path, [], isConditional: false);
        if (!schema.TryGetProperty("properties", out JsonElement members)) return;
        foreach (JsonProperty member in members.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object) AddObject(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}");
        }
    }

    /// <param name="schema">What holds where all of <paramref name="when"/> do.</param>
    /// <param name="path">The object that it is about.</param>
    /// <param name="when">Schemas that a request meets for it to hold.</param>
    /// <param name="isConditional">Whether what the schema says of single members is said under a condition; else it is said of the fields themselves.</param>
    private void AddDemands(JsonElement schema, string path, IReadOnlyList<JsonNode> when, bool isConditional)
    {
        if (schema.ValueKind != JsonValueKind.Object) return;
        foreach (Demand demand in DemandText.Find(schema, isConditional)) Add(demand, path, when);
        if (schema.TryGetProperty("allOf", out JsonElement all))
        {
            foreach (JsonElement part in all.EnumerateArray()) AddDemands(part, path, when, isConditional);
        }

        if (!schema.TryGetProperty("if", out JsonElement condition)) return;
        JsonNode test = JsonNode.Parse(condition.GetRawText())!;
        if (schema.TryGetProperty("then", out JsonElement then)) AddDemands(then, path, [.. when, test], isConditional: true);
        if (schema.TryGetProperty("else", out JsonElement other)) AddDemands(other, path, [.. when, new JsonObject { ["not"] = test.DeepClone() }], isConditional: true);
    }

    private void Add(Demand demand, string path, IReadOnlyList<JsonNode> when)
    {
        string?[] reasons = [.. when.Select(static one => ConditionText.Write(JsonElement.Parse(one.ToJsonString())))];
        if (reasons.Contains(null)) return;
        string start = reasons.Length == 0 ? "" : $"When {string.Join(" and ", reasons)}: ";
        string text = start + demand.Text;
        _conditions.Add((JsonNode)new JsonObject
        {
            ["path"] = path,
            ["when"] = when.Count == 0 ? null : new JsonObject { ["allOf"] = new JsonArray([.. when.Select(static one => one.DeepClone())]) },
            ["text"] = (start.Length > 0 ? text : char.ToUpperInvariant(text[0]) + text[1..]) + ".",
            ["fields"] = new JsonArray([.. demand.Members.Select(member => (JsonNode?)(path.Length == 0 ? member : $"{path}.{member}"))]),
        });
    }
}
