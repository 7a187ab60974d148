using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>A member that an object may have.</summary>
/// <param name="JsonName">Its name.</param>
/// <param name="View">Its schema; null where nothing is known of it.</param>
/// <param name="IsConditional">Whether only a subschema that need not hold describes it, such as one of <c>oneOf</c>.</param>
internal sealed record ObjectMember(string JsonName, SchemaView? View, bool IsConditional = false);

/// <summary>
/// The members of an object: those under <c>properties</c>, those that only a subschema such as one of <c>oneOf</c> describes (they are optional), and
/// those that are required without being described.
/// </summary>
internal static class ObjectMembers
{
    /// <summary>How many subschemas within each other are looked into for members.</summary>
    private const int Deepest = 32;
    private static readonly string[] s_singleKeywords = ["then", "else"];
    private static readonly string[] s_subschemaKeywords = ["oneOf", "anyOf", "then", "else", "dependentSchemas"];
    private static readonly string[] s_otherKeywords = ["patternProperties", "additionalProperties", "unevaluatedProperties"];

    public static bool Any(SchemaView view) => Collect(view).Any();

    public static IEnumerable<ObjectMember> Collect(SchemaView view)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, IReadOnlyList<SpecNode>> property in view.Properties())
        {
            seen.Add(property.Key);
            yield return new ObjectMember(property.Key, SchemaView.From(property.Value));
        }

        foreach (IGrouping<string, IReadOnlyList<SpecNode>> property in OfSubschemas(view, [], 0)
            .Where(property => !seen.Contains(property.Key)).GroupBy(property => property.Key, property => property.Value).ToList())
        {
            seen.Add(property.Key);
            yield return new ObjectMember(property.Key, ConditionalMembers.Merge(view, property.Key, [.. property]), IsConditional: true);
        }

        foreach (string required in view.All("required").SelectMany(node => node.Items).Select(item => item.Text))
        {
            if (seen.Add(required))
            {
                IReadOnlyList<SpecNode> nodes = PropertySchemas.ForUndescribed(view, required);
                yield return new ObjectMember(required, nodes.Count == 0 ? null : SchemaView.From(nodes));
            }
        }
    }

    /// <summary>Whether there are subschemas that may evaluate members.</summary>
    public static bool HasSubschemas(SchemaView view) => Subschemas(view).Concat(view.All("if")).Any();

    /// <summary>Whether a subschema evaluates members other than those found here.</summary>
    public static bool HaveSubschemasOthers(SchemaView view) => HaveSubschemasOthers(view, []);

    private static bool HaveSubschemasOthers(SchemaView view, HashSet<SpecNode> visited) =>
        view.All("if").Select(SchemaView.From).Any(condition => condition.First("properties") is not null || SaysOfOthers(condition))
        || Subschemas(view).Where(visited.Add).Select(SchemaView.From).Any(subschema => SaysOfOthers(subschema) || HaveSubschemasOthers(subschema, visited));

    private static bool SaysOfOthers(SchemaView view) => s_otherKeywords.Any(keyword => view.First(keyword) is not null);

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<SpecNode>>> OfSubschemas(SchemaView view, HashSet<SpecNode> visited, int depth)
    {
        if (depth == Deepest)
        {
            yield break;
        }

        // A subschema may refer back to the schema it stands in.
        foreach (SchemaView subschema in Subschemas(view).Where(visited.Add).Select(SchemaView.From))
        {
            foreach (KeyValuePair<string, IReadOnlyList<SpecNode>> property in subschema.Properties().Concat(OfSubschemas(subschema, visited, depth + 1)))
            {
                yield return property;
            }
        }
    }

    private static IEnumerable<SpecNode> Subschemas(SchemaView view) => !s_subschemaKeywords.Any(keyword => view.First(keyword) is not null) ? [] :
        view.Variants()
            .Concat(s_singleKeywords.SelectMany(view.All))
            .Concat(view.All("dependentSchemas").SelectMany(node => node.Members).Select(member => member.Value));
}
