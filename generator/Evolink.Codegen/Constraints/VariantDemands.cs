using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>
/// What each variant of a union requires: by these names, and the constants among them, an object of one is seen to be of
/// another too. Made once for the union, so that what is emitted grows as the variants do and not as their pairs.
/// </summary>
internal sealed class VariantDemands(TypeDraft union)
{
    private readonly HashSet<string> _names = [.. union.Variants.Where(variant => variant.Kind == JsonKinds.Object).SelectMany(variant => variant.View.Required())];

    /// <summary>An array in the order of the variants: of each required name, the one value that it must have, or no value where it may have any.</summary>
    public string Json { get; } = new JsonArray([.. union.Variants.Select(Describe)]).ToJsonString();

    /// <summary>Whether any of the variants requires a member that the shape has not.</summary>
    public bool HasForeign(TypeDraft shape) => _names.Any(name => shape.Find(name) is null);

    private static JsonObject Describe(VariantDraft variant)
    {
        var demand = new JsonObject();
        if (variant.Kind == JsonKinds.Object)
        {
            Dictionary<string, IReadOnlyList<SpecNode>> described = variant.View.Properties().ToDictionary(property => property.Key, property => property.Value);
            foreach (string name in variant.View.Required())
            {
                IReadOnlyList<SpecNode> values = described.TryGetValue(name, out IReadOnlyList<SpecNode>? nodes) ? SchemaValues.Resolve(SchemaView.From(nodes)) : [];
                demand[name] = values.Count == 1 ? new JsonArray(values[0].ToJsonNode()) : [];
            }
        }

        return demand;
    }
}
