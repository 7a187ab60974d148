using System.Text.Json.Nodes;

namespace Evolink.Codegen.Parsing;

/// <summary>Nodes as System.Text.Json has them: without positions.</summary>
internal static class SpecNodeJson
{
    /// <summary>A node as JSON; JSON null is null. Numbers keep every digit.</summary>
    public static JsonNode? ToJsonNode(this SpecNode node)
    {
        // The depth budget bounds this recursion.
        switch (node.Kind)
        {
            case SpecNodeKind.Object:
                var @object = new JsonObject();
                foreach (SpecMember member in node.Members) @object.Add(member.Name, member.Value.ToJsonNode());
                return @object;
            case SpecNodeKind.Array:
                var array = new JsonArray();
                foreach (SpecNode item in node.Items) array.Add(item.ToJsonNode());
                return array;
            case SpecNodeKind.String:
                return JsonValue.Create(node.Text);
            default:
                return JsonNode.Parse(node.Text);
        }
    }
}
