using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Patterns;

namespace Evolink.Codegen.Schemas;

/// <summary>What a schema says of the members that it does not name: by patterns of their names, or of all others.</summary>
internal static class PropertySchemas
{
    /// <summary>Each match is found once, for as long as the document's nodes are kept, since schemas are looked at many times.</summary>
    private static readonly ConditionalWeakTable<SpecNode, ConcurrentDictionary<(string Pattern, string Name), bool?>> s_matches = new();

    /// <summary>The schema of the members that are neither named nor match a pattern; null where nothing is said of them.</summary>
    public static SpecNode? Others(SchemaView view) => view.First("additionalProperties")
        ?? (DependOnSubschemas(view) && ObjectMembers.HaveSubschemasOthers(view) ? null : view.First("unevaluatedProperties"));

    /// <summary>Whether the subschemas have to be validated to know which members are the others.</summary>
    public static bool DependOnSubschemas(SchemaView view) =>
        view.First("additionalProperties") is null && view.First("unevaluatedProperties") is not null && ObjectMembers.HasSubschemas(view);

    /// <summary>Whether the schema allows no member but those that it names or whose names match a pattern.</summary>
    public static bool AreOthersForbidden(SchemaView view) => Others(view) is { } others && BooleanSchemas.IsFalse(others);

    /// <summary>The same where no pattern allows names that nobody can list.</summary>
    public static bool AreOnlyNamedAllowed(SchemaView view) => AreOthersForbidden(view) && view.First("patternProperties") is null;

    /// <summary>The members of <c>patternProperties</c>: each a pattern of names, with the schema of what has such a name.</summary>
    public static IEnumerable<SpecMember> Patterns(SchemaView view) => view.All("patternProperties").SelectMany(node => node.Members);

    /// <summary>What a name without a description of its own must meet; none where it may be anything.</summary>
    public static IReadOnlyList<SpecNode> ForUndescribed(SchemaView view, string name)
    {
        List<SpecNode> matching = ByPattern(view, [name]).Select(match => match.Schema).ToList();
        return matching.Count > 0 || Undecided(view, [name]).Any() ? matching
            : Others(view) is { Kind: SpecNodeKind.Object, Members.Count: > 0 } others && !BooleanSchemas.IsFalse(others) ? [others]
            : [];
    }

    /// <summary>The names that match a pattern, each with the pattern's schema. Those of a pattern that cannot be tried are checked at run time only.</summary>
    public static IEnumerable<(string Name, SpecNode Schema)> ByPattern(SchemaView view, IReadOnlyCollection<string> names) =>
        FindMatches(view, names, isMatch: true).Select(found => (found.Name, found.Pattern.Value));

    /// <summary>The patterns of which it is not decided whether they speak of a name; they are taken not to.</summary>
    public static IEnumerable<(string Name, SpecMember Pattern)> Undecided(SchemaView view, IReadOnlyCollection<string> names) =>
        FindMatches(view, names, isMatch: null);

    private static IEnumerable<(string Name, SpecMember Pattern)> FindMatches(SchemaView view, IReadOnlyCollection<string> names, bool? isMatch) =>
        view.All("patternProperties") is not { Count: > 0 } nodes ? [] :
        from node in nodes
        from pattern in node.Members
        from name in names
        where IsMatch(node, pattern.Name, name) == isMatch
        select (name, pattern);

    private static bool? IsMatch(SpecNode patterns, string pattern, string name) =>
        s_matches.GetOrCreateValue(patterns).GetOrAdd((pattern, name), static asked => new NamePattern(asked.Pattern).IsMatch(asked.Name));
}
