using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evolink.Codegen.Tests.Robustness.Mutants;

/// <summary>Writes a tree as block YAML: containers by indentation, scalars as JSON, which is YAML too.</summary>
internal static class BlockYaml
{
    public static string Write(JsonNode root)
    {
        var text = new StringBuilder();
        Write(text, root, indent: 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int indent)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                foreach ((string name, JsonNode? value) in members)
                {
                    Line(text, JsonSerializer.Serialize(name) + ":", value, indent);
                }

                break;
            case JsonArray { Count: > 0 } items:
                foreach (JsonNode? item in items)
                {
                    Line(text, "-", item, indent);
                }

                break;
            default:
                text.Append(node?.ToJsonString() ?? "null").Append('\n');
                break;
        }
    }

    private static void Line(StringBuilder text, string start, JsonNode? value, int indent)
    {
        text.Append(' ', indent).Append(start).Append(value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 } ? '\n' : ' ');
        Write(text, value, indent + 2);
    }
}
