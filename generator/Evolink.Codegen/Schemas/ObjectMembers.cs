using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>A member that an object may have.</summary>
/// <param name="JsonName">Its name.</param>
/// <param name="View">Its schema; null where nothing is known of it.</param>
/// <param name="IsConditional">Whether only a branch describes it: what the schema demands, it demands where the branch holds.</param>
internal sealed record ObjectMember(string JsonName, SchemaView? View, bool IsConditional = false);

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
    private static readonly string[] OtherKeywords = ["patternProperties", "additionalProperties", "unevaluatedProperties"];

    public static bool Any(SchemaView view) => Of(view).Any();

    public static IEnumerable<ObjectMember> Of(SchemaView view)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, IReadOnlyList<SpecNode>> property in view.Properties())
        {
            seen.Add(property.Key);
            yield return new ObjectMember(property.Key, SchemaView.Of(property.Value));
        }

        foreach (IGrouping<string, IReadOnlyList<SpecNode>> property in OfBranches(view, [], 0)
            .Where(property => !seen.Contains(property.Key)).GroupBy(property => property.Key, property => property.Value).ToList())
        {
            seen.Add(property.Key);
            yield return new ObjectMember(property.Key, BranchMembers.Common(view, property.Key, [.. property]), IsConditional: true);
        }

        foreach (string required in view.All("required").SelectMany(node => node.Items).Select(item => item.Text))
        {
            if (seen.Add(required))
            {
                IReadOnlyList<SpecNode> nodes = PropertySchemas.ForUndescribed(view, required);
                yield return new ObjectMember(required, nodes.Count == 0 ? null : SchemaView.Of(nodes));
            }
        }
    }

    /// <summary>Whether there are branches that may evaluate members.</summary>
    public static bool HasBranches(SchemaView view) => Branches(view).Concat(view.All("if")).Any();

    /// <summary>Whether a branch evaluates members that are none of those found here.</summary>
    public static bool HaveBranchesOthers(SchemaView view) => HaveBranchesOthers(view, []);

    private static bool HaveBranchesOthers(SchemaView view, HashSet<SpecNode> visited) =>
        view.All("if").Select(SchemaView.Of).Any(condition => condition.First("properties") is not null || SaysOfOthers(condition))
        || Branches(view).Where(visited.Add).Select(SchemaView.Of).Any(branch => SaysOfOthers(branch) || HaveBranchesOthers(branch, visited));

    private static bool SaysOfOthers(SchemaView view) => OtherKeywords.Any(keyword => view.First(keyword) is not null);

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
