using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>A schema of objects with its members, each with the values that it may have where they are listed.</summary>
internal sealed class ObjectCandidate
{
    /// <summary>A longer list tells nothing apart that a reader would want to see spelt out.</summary>
    private const int MostValues = 32;
    private readonly HashSet<string> _required;

    /// <param name="schema">The schema.</param>
    /// <param name="discriminator">The member by which the objects say of which schema they are; null where none is named.</param>
    /// <param name="values">The values that lead to this schema.</param>
    public ObjectCandidate(SpecNode schema, string? discriminator, IReadOnlyList<DiscriminatorValue> values)
    {
        Schema = schema;
        SchemaView view = SchemaView.From(schema);
        _required = view.Required();
        Members = view.Properties().ToDictionary(property => property.Key, property => ValuesOf(SchemaView.From(property.Value)), StringComparer.Ordinal);
        if (discriminator is not null && values.Count > 0)
        {
            Members[discriminator] = values;
        }
    }

    public SpecNode Schema { get; }

    /// <summary>By name, the values that a member may have; none where it may have any.</summary>
    public Dictionary<string, IReadOnlyList<DiscriminatorValue>> Members { get; }

    public bool Requires(string member) => _required.Contains(member);

    /// <summary>Whether the member has one value and no other.</summary>
    public bool Fixes(string member) => Members.TryGetValue(member, out IReadOnlyList<DiscriminatorValue>? values) && values.Count == 1;

    /// <summary>What can be asked of an object of the schema, the surest first: a member that is fixed, one that is there, one of several values.</summary>
    public IEnumerable<MemberCondition> Conditions(string? discriminator) => Members
        .Where(member => member.Key == discriminator || _required.Contains(member.Key))
        .SelectMany(member => member.Value.Count == 0
            ? new[] { new MemberCondition(member.Key, []) }
            : [new MemberCondition(member.Key, member.Value), new MemberCondition(member.Key, [])])
        .OrderBy(condition => condition.JsonName == discriminator ? 0 : condition.Values.Count switch { 1 => 1, 0 => 2, _ => 3 });

    /// <summary>Whether no object of this schema meets the condition.</summary>
    public bool Excludes(MemberCondition condition) =>
        !Members.TryGetValue(condition.JsonName, out IReadOnlyList<DiscriminatorValue>? own) || (own.Count > 0 && condition.Values.Count > 0 && !own.Intersect(condition.Values).Any());

    private static IReadOnlyList<DiscriminatorValue> ValuesOf(SchemaView member)
    {
        List<DiscriminatorValue?> values = SchemaValues.Resolve(member).Take(MostValues + 1).Select(DiscriminatorValues.Read).ToList();
        return values.Count <= MostValues && !values.Contains(null) && values.Select(value => value!.Kind).Distinct().Count() == 1 ? [.. values.OfType<DiscriminatorValue>()] : [];
    }
}
