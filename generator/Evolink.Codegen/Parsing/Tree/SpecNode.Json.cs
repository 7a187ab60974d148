using System.Text.Json.Nodes;

namespace Evolink.Codegen.Parsing;

internal sealed partial class SpecNode
{
    /// <summary>This node as JSON without positions; JSON null is null. Numbers keep every digit.</summary>
    public JsonNode? ToJsonNode()
    {
        // The depth budget bounds this recursion.
        switch (Kind)
        {
            case SpecNodeKind.Object:
                var @object = new JsonObject();
                foreach (var member in Members) @object.Add(member.Name, member.Value.ToJsonNode());
                return @object;
            case SpecNodeKind.Array:
                var array = new JsonArray();
                foreach (var item in Items) array.Add(item.ToJsonNode());
                return array;
            case SpecNodeKind.String:
                return JsonValue.Create(Text);
            default:
                return JsonNode.Parse(Text);
        }
    }
}
