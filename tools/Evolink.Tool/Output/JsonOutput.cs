using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evolink.Tool.Output;

/// <summary>JSON as the command writes it: indented, readable in every alphabet.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Format(JsonNode? node) => node?.ToJsonString(s_options) ?? "null";

    public static string Format(JsonElement element) => Format(ToNode(element));

    public static JsonNode? ToNode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(element),
    };

    public static JsonElement ToElement(JsonNode node) => JsonElement.Parse(node.ToJsonString());
}
