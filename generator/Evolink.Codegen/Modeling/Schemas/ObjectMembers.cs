using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Reading;

namespace Evolink.Codegen.Modeling.Schemas;

/// <summary>
/// The members of an object: those under <c>properties</c>, those that only a branch describes (they are optional), and
/// those that are required without being described.
/// </summary>
internal static class ObjectMembers
{
    /// <summary>How many branches within branches are looked into for members.</summary>
    private const int Deepest = 32;
    private static readonly string[] ListKeywords = ["oneOf", "anyOf"];
    private static readonly string[] SingleKeywords = ["then", "else"];

    public static bool Any(SchemaView view) => Of(view).Any();

    public static IEnumerable<(string JsonName, SchemaView? View)> Of(SchemaView view)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, IReadOnlyList<SpecNode>> property in view.Properties())
        {
            seen.Add(property.Key);
            yield return (property.Key, SchemaView.Of(property.Value));
        }

        foreach (KeyValuePair<string, IReadOnlyList<SpecNode>> property in OfBranches(view, [], 0))
        {
            if (seen.Add(property.Key))
            {
                yield return (property.Key, SchemaView.Of(property.Value[0]));
            }
        }

        foreach (string required in view.All("required").SelectMany(node => node.Items).Select(item => item.Text))
        {
            if (seen.Add(required))
            {
                yield return (required, null);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<SpecNode>>> OfBranches(SchemaView view, HashSet<SpecNode> visited, int depth)
    {
        if (depth == Deepest)
        {
            yield break;
        }

        // A branch may refer back to the schema it stands in.
        foreach (SchemaView branch in Branches(view).Where(visited.Add).Select(SchemaView.Of))
        {
            foreach (KeyValuePair<string, IReadOnlyList<SpecNode>> property in branch.Properties().Concat(OfBranches(branch, visited, depth + 1)))
            {
                yield return property;
            }
        }
    }

    private static IEnumerable<SpecNode> Branches(SchemaView view) => ListKeywords.SelectMany(view.All).SelectMany(node => node.Items)
        .Concat(SingleKeywords.SelectMany(view.All))
        .Concat(view.All("dependentSchemas").SelectMany(node => node.Members).Select(member => member.Value));
}
