using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Evolink.Codegen.Reading;

namespace Evolink.Codegen.Modeling.Schemas;

/// <summary>What a schema says of the members that it does not name: by patterns of their names, or of all others.</summary>
internal static class PropertySchemas
{
    /// <summary>Names are short; a pattern that needs longer is given up, and its members are checked at run time only.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    /// <summary>The schema of the members that are neither named nor match a pattern; null where nothing is said of them.</summary>
    public static SpecNode? Others(SchemaView view) => view.First("additionalProperties")
        ?? (DependOnBranches(view) && ObjectMembers.HaveBranchesOthers(view) ? null : view.First("unevaluatedProperties"));

    /// <summary>Whether it takes judging the branches to know which members are the others.</summary>
    public static bool DependOnBranches(SchemaView view) =>
        view.First("additionalProperties") is null && view.First("unevaluatedProperties") is not null && ObjectMembers.HasBranches(view);

    /// <summary>Whether names can be matched with the pattern here; the runtime translates what .NET does not know.</summary>
    public static bool IsReadable(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, Patience);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

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

    /// <summary>The names that match a pattern, each with the pattern's schema.</summary>
    public static IEnumerable<(string Name, SpecNode Schema)> ByPattern(SchemaView view, IReadOnlyCollection<string> names) =>
        view.All("patternProperties").SelectMany(node => node.Members)
            .SelectMany(pattern => Matching(pattern.Name, names).Select(name => (name, pattern.Value)));

    private static List<string> Matching(string pattern, IReadOnlyCollection<string> names)
    {
        try
        {
            var regex = new Regex(pattern, RegexOptions.CultureInvariant, Patience);
            return names.Where(name => regex.IsMatch(name)).ToList();
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return [];
        }
    }
}
