using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Reading;

namespace Evolink.Codegen.Modeling.Schemas;

/// <summary>What a schema says of the members that it does not name: by patterns of their names, or of all others.</summary>
internal static class PropertySchemas
{
    /// <summary>The schema of the members that are neither named nor match a pattern; null where nothing is said of them.</summary>
    public static SpecNode? Others(SchemaView view) => view.First("additionalProperties") ?? view.First("unevaluatedProperties");

    /// <summary>Whether the schema allows no member but those that it names or whose names match a pattern.</summary>
    public static bool AreOthersForbidden(SchemaView view) => Others(view) is { } others && SchemaShapes.IsNever(others);

    /// <summary>What a name without a description of its own must meet; none where it may be anything.</summary>
    public static IReadOnlyList<SpecNode> ForUndescribed(SchemaView view, string name)
    {
        List<SpecNode> matching = ByPattern(view, [name]).Select(match => match.Schema).ToList();
        return matching.Count > 0 ? matching
            : Others(view) is { Kind: SpecNodeKind.Object, Members.Count: > 0 } others && !SchemaShapes.IsNever(others) ? [others]
            : [];
    }

    /// <summary>The names that match a pattern, each with the pattern's schema. Those of a pattern that cannot be tried are checked at run time only.</summary>
    public static IEnumerable<(string Name, SpecNode Schema)> ByPattern(SchemaView view, IReadOnlyCollection<string> names) =>
        view.All("patternProperties").SelectMany(node => node.Members)
            .SelectMany(pattern => Patterns.Matching(pattern.Name, names).Select(name => (name, pattern.Value)));
}
