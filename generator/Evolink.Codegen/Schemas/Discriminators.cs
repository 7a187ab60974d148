using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Schemas;

/// <summary>A schema whose objects say by one member which of several schemas they are of.</summary>
/// <param name="Property">The member's JSON name.</param>
/// <param name="Kind">What the member is: String, or Decimal for a number.</param>
/// <param name="Cases">Each schema with the values that stand for it.</param>
internal sealed record Discriminator(string Property, TypeKind Kind, IReadOnlyList<DiscriminatorCase> Cases);

internal sealed record DiscriminatorCase(SpecNode Schema, IReadOnlyList<Literal> Values);

/// <summary>Reads discriminators, in both of the ways in which they are written.</summary>
internal static class Discriminators
{
    /// <summary>The discriminator of a schema; null where it has none, or one that is no choice between named objects.</summary>
    public static Discriminator? Of(SchemaView view)
    {
        SpecNode schema = view.Identity;
        if (schema["discriminator"] is not { } node || node["propertyName"] is not { Kind: SpecNodeKind.String } property)
        {
            return null;
        }

        List<SpecNode> branches = (schema["oneOf"] ?? schema["anyOf"])?.Items.Select(SchemaView.Target).OfType<SpecNode>().ToList() ?? [];
        int declared = (schema["oneOf"] ?? schema["anyOf"])?.Items.Count ?? 0;
        if (declared == 0)
        {
            // The older way: the base stands alone, and its children name it under allOf.
            branches = Children(schema).ToList();
        }
        else if (branches.Count < declared)
        {
            return null;
        }

        bool areObjects = branches.Count > 0 && branches.All(branch =>
            SchemaKinds.Of(SchemaView.Of(branch)) == JsonKinds.Object && branch["discriminator"] is null && !ReferenceEquals(branch, schema));
        return areObjects && KindOf(branches, property.Text) is { } kind ? Of(node, property.Text, kind, [.. branches.Distinct()]) : null;
    }

    /// <summary>The discriminator as the tests of a union; null where there is none, or where several values stand for one schema.</summary>
    public static IReadOnlyList<(SpecNode Schema, ObjectTest? Test)>? Tests(SchemaView view) =>
        Of(view) is { } discriminator && discriminator.Cases.All(item => item.Values.Count == 1)
            ? [.. discriminator.Cases.Select((item, index) =>
                (item.Schema, index == discriminator.Cases.Count - 1 ? null : new ObjectTest(discriminator.Property, item.Values[0])))]
            : null;

    /// <summary>Null where a case has a value that the member cannot have, such as a name where it is a number.</summary>
    private static Discriminator? Of(SpecNode node, string property, TypeKind kind, List<SpecNode> branches)
    {
        var cases = new List<DiscriminatorCase>();
        foreach (SpecNode branch in branches)
        {
            List<Literal?> values = Values(node, property, branch).Select(value => Tags.Of(kind, value)).ToList();
            if (values.Contains(null))
            {
                return null;
            }

            cases.Add(new DiscriminatorCase(branch, [.. values.OfType<Literal>().Distinct()]));
        }

        return new Discriminator(property, kind, cases);
    }

    /// <summary>What the branches that describe the member say it is; null where it is true or false, which no mapping names.</summary>
    private static TypeKind? KindOf(List<SpecNode> branches, string property)
    {
        List<JsonKinds> kinds = branches.Select(branch => Member(branch, property)).OfType<SchemaView>()
            .Select(member => SchemaKinds.Of(member) & ~JsonKinds.Null).Where(kinds => kinds != JsonKinds.None).Distinct().ToList();
        return kinds.Count > 0 && kinds.All(kind => kind is JsonKinds.Integer or JsonKinds.Number) ? TypeKind.Decimal
            : kinds.Count == 1 && kinds[0] == JsonKinds.Boolean ? null
            : TypeKind.String;
    }

    private static SchemaView? Member(SpecNode branch, string property) =>
        SchemaView.Of(branch).Properties().FirstOrDefault(item => item.Key == property).Value is { } nodes ? SchemaView.Of(nodes) : null;

    private static IEnumerable<SpecNode> Children(SpecNode schema) => (schema.Parent?.Members ?? [])
        .Where(member => TypeScope.ComponentName(schema) is not null
            && (member.Value["allOf"]?.Items ?? []).Any(part => ReferenceEquals(SchemaView.Target(part), schema)))
        .Select(member => member.Value);

    /// <summary>The values for a schema: those that the mapping gives, else those that its own member fixes, else its name.</summary>
    private static List<string> Values(SpecNode discriminator, string property, SpecNode branch)
    {
        string name = TypeScope.ComponentName(branch) ?? "";
        List<string> mapped = (discriminator["mapping"]?.Members ?? [])
            .Where(entry => entry.Value.Text == name || entry.Value.Text.EndsWith("/" + SpecNode.EscapeSegment(name), StringComparison.Ordinal))
            .Select(entry => entry.Name).ToList();
        if (mapped.Count > 0)
        {
            return mapped;
        }

        List<string> own = Member(branch, property) is not { } member ? [] : SchemaValues.Of(member)
            .Where(value => value.Kind is SpecNodeKind.String or SpecNodeKind.Number).Select(value => value.Text).ToList();
        return own.Count == 1 ? own : [name];
    }
}
