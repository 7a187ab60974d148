using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;
using Evolink.Tests.Support;
using Json.Schema;

namespace Evolink.Tests.Agreement;

/// <summary>
/// The schema of a request as two evaluators see it that share no code and no author: JsonSchema.Net and the simulator's. What only the vendor means,
/// the extensions and the public addresses, is taken out; so are formats, which the library reads otherwise than RFC 3986.
/// </summary>
internal sealed class ThirdOpinion
{
    private const string Components = "#/components/schemas/";

    private static readonly SchemaValidatorOptions s_plain = new() { AssertFormats = false, CheckCallbackUrls = false, CheckMediaUrls = false };

    private readonly JsonSchema _schema;
    private readonly SchemaValidator _simulator;
    private readonly string _pointer;

    public ThirdOpinion(SpecBody body)
    {
        JsonNode document = WithoutExtensions(body.File.Root.ToJsonNode()!);
        _simulator = new SchemaValidator(document, s_plain);
        _pointer = body.Media["schema"]!.Pointer;

        JsonObject schema = Translate(WithoutExtensions(body.Media["schema"]!.ToJsonNode()!)).AsObject();
        schema["$defs"] = Translate(document["components"]!["schemas"]!.DeepClone());
        // Each has a registry of its own: schemas of one name are in nearly every document.
        _schema = JsonSchema.FromText(schema.ToJsonString(), new BuildOptions { Dialect = Dialect.Draft202012, SchemaRegistry = new SchemaRegistry() });
    }

    /// <summary>What the library says.</summary>
    public bool IsValid(JsonNode? instance) => _schema.Evaluate(Json.Element(instance)).IsValid;

    /// <summary>What the simulator says of the same.</summary>
    public IReadOnlyList<SchemaFailure> Simulator(JsonNode? instance) => _simulator.Evaluate(_pointer, Json.Element(instance));

    /// <summary>Whether the library can hold an instance: its numbers are doubles and decimals, which 1e30 and 5.0000000000000001 are not; ours are exact.</summary>
    public static bool CanHold(JsonNode? instance) => instance switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.Number =>
            decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && (decimal)(double)number == number,
        null or JsonValue => true,
        JsonNode holder => Below(holder).All(CanHold),
    };

    private static JsonNode WithoutExtensions(JsonNode node)
    {
        if (node is JsonObject members)
        {
            foreach (string extension in members.Select(static member => member.Key).Where(static name => name.StartsWith("x-", StringComparison.Ordinal)).ToArray()) members.Remove(extension);
        }

        foreach (JsonNode below in Below(node)) WithoutExtensions(below);
        return node;
    }

    /// <summary>What is OpenAPI's own is said in JSON Schema: <c>nullable</c>, and where a reference leads.</summary>
    private static JsonNode Translate(JsonNode node)
    {
        if (node is JsonObject schema)
        {
            if (schema["$ref"] is JsonValue reference && reference.TryGetValue(out string? target) && target.StartsWith(Components, StringComparison.Ordinal)) schema["$ref"] = "#/$defs/" + target[Components.Length..];
            if (schema["nullable"] is JsonValue nullable && nullable.TryGetValue(out bool takesNull) && takesNull)
            {
                if (schema["type"] is JsonValue type) schema["type"] = new JsonArray(type.DeepClone(), "null");
                (schema["enum"] as JsonArray)?.Add(null);
            }
        }

        foreach (JsonNode below in Below(node).ToArray()) Translate(below);
        return node;
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => (node switch
    {
        JsonObject members => members.Select(static member => member.Value),
        JsonArray items => items,
        _ => [],
    }).OfType<JsonNode>();
}
